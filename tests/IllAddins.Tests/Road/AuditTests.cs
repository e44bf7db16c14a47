using System.Globalization;
using IllAddins.Tests.ContactForm;
using IllAddins.Tests.Fixtures;

namespace IllAddins.Tests.Road;

/// <summary><c>audit list</c>: whatever staff and admins do is written down with who, when, and from what to what; what the program does by itself is not.</summary>
public sealed class AuditTests : IAsyncLifetime, IDisposable
{
    private readonly Library library = new();

    public Task InitializeAsync() => library.ImportAsync(
        """
        UserName,FirstName,LastName,NVTGC,NotificationMethod,EMailAddress,Phone,Address
        jdoe,Jane,Doe,MAIN,Phone,jane@example.org,555-0104,
        pnum,Paul,Number,MAIN,Electronic,paul@example.org,555-0105,1 High Street
        """,
        """
        TransactionNumber,Username,ProcessType,RequestType,TransactionStatus,TransactionDate,LoanTitle
        201,jdoe,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Atlas of soil
        202,pnum,Borrowing,Loan,Awaiting Customer Contact,2026-03-02T14:00:00,Moss and lichen
        203,pnum,Borrowing,Loan,In Transit to Pickup Location,2026-03-02T14:00:00,Rivers
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => library.Dispose();

    [Fact]
    public async Task What_staff_do_on_the_form_is_written_down()
    {
        await using var listener = ScriptedSmtpListener.Start();
        library.MailTo(listener);
        await using (var desk = await ContactDesk.OpenAsync(library))
        {
            await desk.CallAsync("method-mail", "ann", 202);
            var done = await desk.CallAsync("notified-via-phone", "ann", 201);
            await desk.UndoAsync("ann", done);
            await desk.LookAsync();
            await desk.AskAndCallAsync("send-e-mail-now", "bea", [], 202);
            await desk.AskAndCallAsync("test-send", "root", new() { ["to"] = "root@library.example" }, 202);
        }

        await library.SweepAsync();

        Assert.Equal(
            [
                "ann change customer",
                "ann change notification method of request 202 at MAIN: Electronic -> Mail",
                "ann route status of request 201 at MAIN: Awaiting Customer Contact -> Customer Notified via Phone",
                "ann phone customer of request 201 at MAIN",
                "ann take back call of request 201 at MAIN",
                "ann route status of request 201 at MAIN: Customer Notified via Phone -> Awaiting Customer Contact",
                "bea write an e-mail template 'ILL Borrowing Loan Pickup' of request 202 at MAIN: - -> Pending",
                "root send a test mail template 'ILL Borrowing Article Delivery' of request 202 at MAIN: - -> Accepted",
            ],
            await ActsAsync());
    }

    [Fact]
    public async Task What_staff_phone_and_print_is_written_down_without_what_they_noted()
    {
        await using (var desk = await ContactDesk.OpenAsync(library))
        {
            var tried = await desk.FillAsync("left-message", "ann", new() { ["note"] = "with her mother" }, 201);
            await desk.UndoAsync("ann", tried);
            await desk.FillAsync("no-answer", "ann", [], 201);
            var reached = await desk.CallAsync("notified-via-phone", "ann", 201);
            await desk.UndoAsync("ann", reached);
            await desk.LookAsync();
            await desk.CallAsync("print-notifications", "bea", 201, 202);
            await desk.CallAsync("print-again", "bea");
            await desk.CallAsync("print-slips", "ann", 202);
        }

        Assert.Equal(
            [
                "ann phone customer of request 201 at MAIN (left message)",
                "ann take back call of request 201 at MAIN (left message)",
                "ann phone customer of request 201 at MAIN (no answer)",
                "ann route status of request 201 at MAIN: Awaiting Customer Contact -> Customer Notified via Phone",
                "ann phone customer of request 201 at MAIN (reached)",
                "ann take back call of request 201 at MAIN (reached)",
                "ann route status of request 201 at MAIN: Customer Notified via Phone -> Awaiting Customer Contact",
                "bea print letter of request 201 at MAIN",
                "bea print letter of request 202 at MAIN",
                "bea print again letter of request 201 at MAIN",
                "bea print again letter of request 202 at MAIN",
                "ann print slip of request 202 at MAIN",
            ],
            await ActsAsync(withDetails: true));
    }

    [Fact]
    public async Task What_staff_release_and_an_admin_has_asked_again_is_written_down()
    {
        library.Script("MAIN", "function RoutingDelay(request) return Hold('check the box') end");
        await library.SweepAsync();
        await library.RunAsync("requests", "release", "203", "--by", "ann");
        await library.QueryAsync("UPDATE ScriptPlaces SET ParkedAt = '2026-03-02T15:00:00.000Z', ParkedFault = 'broken' WHERE Place = 'MAIN' RETURNING Place");
        await library.RunAsync("scripts", "unpark", "--site", "MAIN", "--by", "root");
        var again = await library.RunAsync("scripts", "unpark", "--site", "MAIN", "--by", "root");

        Assert.Equal((1, "The script of MAIN is not parked."), (again.Code, again.Error.Trim()));
        Assert.Equal(
            ["ann release request 203 of request 203 at MAIN: Held -> Resting", "root unpark script MAIN/notify.lua at MAIN: parked -> asked again"],
            (await ActsAsync()).Where(act => !act.StartsWith("MAIN/", StringComparison.Ordinal) && !act.Contains(" publish ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_written_into_the_record_is_written_down_by_its_fields_and_without_their_values()
    {
        await using (var room = await MailRoom.OpenAsync(library))
        {
            var (record, none) = (room.Host.Record, CancellationToken.None);
            await record.AddNoteAsync(201, "She is on leave", "Staff", "ann", null, none);
            await record.UpdateRequestAsync(
                new RequestEdit { TransactionNumber = 201, Fields = new Dictionary<string, FieldEdit> { ["Transaction.LoanTitle"] = new() { Text = "Atlas of salt" } }, By = "ann" }, null, none);
            await record.CreateUserAsync(new RecordFields { Texts = new Dictionary<string, string?> { ["UserName"] = "new", ["LastName"] = "Roe", ["NVTGC"] = "MAIN" }, By = "VuFind" }, null, none);
            await record.CreateRequestAsync(
                new RecordFields { Texts = new Dictionary<string, string?> { ["Username"] = "new", ["ProcessType"] = "Borrowing", ["RequestType"] = "Loan", ["LoanTitle"] = "Tides", ["TransactionStatus"] = "Awaiting Request Processing" }, By = "VuFind" }, null, none);
        }

        await library.RunAsync("settings", "set", "CustomerContact", "WaitingTooLongDays", "5");
        await library.RunAsync("settings", "clear", "CustomerContact", "WaitingTooLongDays");

        Assert.Equal(
            [
                "ann add note of request 201 at MAIN (Staff)",
                "ann edit fields of request 201 at MAIN (Transaction.LoanTitle)",
                "VuFind add customer (LastName, NVTGC, UserName)",
                "VuFind add record of request 204 at MAIN (LoanTitle, ProcessType, RequestType, TransactionStatus, Username)",
                $"{Environment.UserName} set setting WaitingTooLongDays of CustomerContact: - -> 5",
                $"{Environment.UserName} clear setting WaitingTooLongDays of CustomerContact: 5 -> -",
            ],
            await ActsAsync(withDetails: true));
    }

    [Theory]
    [InlineData("Sites", "SiteName", "sites", "set", "MAIN", "--name", "Another")]
    [InlineData("Calendars", "Site", "calendars", "set", "MAIN", "--hours", "Mon-Fri 08:00-20:00")]
    [InlineData("Staff", "UserName", "users", "add", "bea", "--password-file", "")]
    public async Task What_cannot_be_written_down_is_not_done(string table, string column, params string[] act)
    {
        await library.RunAsync("audit", "list");
        var before = await library.QueryAsync($"SELECT {column} FROM {table} ORDER BY 1");
        await library.QueryAsync("CREATE TRIGGER Full BEFORE INSERT ON Audit BEGIN SELECT RAISE(ABORT, 'disk is full'); END");

        var (code, _, error) = await library.RunAsync([.. act.Select(word => word.Length > 0 ? word : library.File("password", "a long password"))]);

        Assert.Equal(2, code);
        Assert.Contains("disk is full", error, StringComparison.Ordinal);
        Assert.Equal(before, await library.QueryAsync($"SELECT {column} FROM {table} ORDER BY 1"));
    }

    [Fact]
    public async Task What_admins_do_on_the_command_line_is_written_down()
    {
        var by = Environment.UserName;
        await library.RunAsync("sites", "set", "MAIN", "--sweep-every", "10", "--local-info", "LibraryName=Main");
        await library.RunAsync("calendars", "set", "MAIN", "--hours", "Mon-Fri 08:00-20:00");
        await library.RunAsync("keys", "add", "VuFind", "--site", "MAIN");
        await library.RunAsync("keys", "revoke", "1");
        await library.RunAsync("users", "add", "bea", "--role", "admin", "--password-file", library.File("password", "a long password"));
        await library.RunAsync("scripts", "publish", library.File("a.lua", "function RoutingDelay() return 0 end"), "--site", "MAIN", "--note", "first");
        await library.RunAsync("scripts", "publish", library.File("b.lua", "function RoutingDelay() return 5 end"), "--site", "MAIN");
        await library.RunAsync("scripts", "restore", "--site", "MAIN", "--version", "1");
        await library.RunAsync("requests", "route", "203", "Awaiting Customer Contact");
        await library.RunAsync("addins", "disable", "CustomerContact");
        await library.RunAsync("addins", "enable", "CustomerContact");

        Assert.Equal(
            [
                $"{by} change site settings at MAIN: LocalInfo.LibraryName MAIN; SweepMinutes 5 -> LocalInfo.LibraryName Main; SweepMinutes 10",
                $"{by} change calendar of site MAIN at MAIN",
                $"{by} add key key 1 at MAIN",
                $"{by} revoke key key 1 at MAIN",
                $"{by} add account bea: - -> admin",
                $"{by} publish script MAIN/notify.lua at MAIN: - -> v1",
                $"{by} publish script MAIN/notify.lua at MAIN: v1 -> v2",
                $"{by} publish script MAIN/notify.lua at MAIN: v2 -> v3",
                $"{by} route status of request 203 at MAIN: In Transit to Pickup Location -> Awaiting Customer Contact",
                $"{by} disabled add-in CustomerContact",
                $"{by} enabled add-in CustomerContact",
            ],
            await ActsAsync());
    }

    // Without moments.
    private async Task<IReadOnlyList<string>> ActsAsync(bool withDetails = false)
    {
        var (code, output, error) = await library.RunAsync("audit", "list");
        Assert.True(code == 0, error);
        var moment = library.Clock.GetUtcNow().ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        return
        [
            .. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd('\r'))
                .Select(line => line.StartsWith(moment, StringComparison.Ordinal) ? line[(line.IndexOf("Z  ", StringComparison.Ordinal) + 3)..] : $"no moment: {line}")
                .Select(line => (withDetails ? line : line.Split("  (")[0]).Replace("  ", " ", StringComparison.Ordinal)),
        ];
    }
}
