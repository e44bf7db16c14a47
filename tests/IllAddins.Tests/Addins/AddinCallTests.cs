using IllAddins.Host.Addins;

namespace IllAddins.Tests.Addins;

public sealed class AddinCallTests
{
    private readonly HandClock clock = new();
    private readonly TaskCompletionSource<int> never = new();

    private AddinCall Call => new() { Addin = "Letters", What = "sweep 'Printing' at MAIN", Limit = TimeSpan.FromMinutes(5), Clock = clock };

    [Fact]
    public async Task An_answer_is_passed_on()
    {
        var outcome = await Call.RunAsync(_ => Task.FromResult(42), CancellationToken.None);

        Assert.Equal(new AddinOutcome<int>.Completed { Value = 42 }, outcome);
    }

    [Fact]
    public async Task An_exception_thrown_before_the_first_wait_is_a_failure_in_words()
    {
        var thrown = new InvalidOperationException("No printer");

        var outcome = await Call.RunAsync<int>(_ => throw thrown, CancellationToken.None);

        Assert.Equal(
            new AddinOutcome<int>.Failed { Message = "Letters failed in sweep 'Printing' at MAIN: InvalidOperationException: No printer.", Exception = thrown },
            outcome);
    }

    [Fact]
    public async Task An_exception_thrown_later_is_a_failure_in_words()
    {
        var thrown = new IOException("The disk is full.");

        var outcome = await Call.RunAsync<int>(
            async _ =>
            {
                await Task.Yield();
                throw thrown;
            },
            CancellationToken.None);

        Assert.Equal(
            new AddinOutcome<int>.Failed { Message = "Letters failed in sweep 'Printing' at MAIN: IOException: The disk is full.", Exception = thrown },
            outcome);
    }

    [Fact]
    public async Task A_call_that_cancels_itself_is_a_failure_and_no_cancellation_of_the_host()
    {
        var outcome = await Call.RunAsync(_ => Task.FromCanceled<int>(new CancellationToken(true)), CancellationToken.None);

        Assert.Equal(
            "Letters failed in sweep 'Printing' at MAIN: OperationCanceledException: The add-in cancelled its own call.",
            Assert.IsType<AddinOutcome<int>.Failed>(outcome).Message);
    }

    [Fact]
    public async Task A_call_that_obeys_the_cancellation_at_its_limit_has_ended()
    {
        var running = Call.RunAsync(token => never.Task.WaitAsync(token), CancellationToken.None);
        clock.Pass();

        var failed = Assert.IsType<AddinOutcome<int>.Failed>(await running);
        Assert.Equal("Letters did not finish sweep 'Printing' at MAIN within 5 minutes.", failed.Message);
        Assert.Null(failed.StillRunning);
    }

    [Fact]
    public async Task A_call_that_ignores_the_cancellation_is_left_and_its_end_can_be_waited_for()
    {
        clock.Hurry();

        var failed = Assert.IsType<AddinOutcome<int>.Failed>(await Call.RunAsync(_ => never.Task, CancellationToken.None));

        Assert.Equal("Letters did not finish sweep 'Printing' at MAIN within 5 minutes. It ignored the cancellation and is left running.", failed.Message);
        Assert.False(failed.StillRunning!.IsCompleted);
        never.SetException(new InvalidOperationException("Too late."));
        await failed.StillRunning;
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_limit_and_before_the_call_is_given_up_counts()
    {
        var running = Call.RunAsync(
            token =>
            {
                token.Register(() => never.SetResult(7));
                return never.Task;
            },
            CancellationToken.None);
        clock.Pass();

        Assert.Equal(new AddinOutcome<int>.Completed { Value = 7 }, await running);
    }

    [Fact]
    public async Task What_an_add_in_hangs_on_its_token_cannot_hurt_the_caller()
    {
        using var cancel = new CancellationTokenSource();
        var registered = new TaskCompletionSource();
        var running = Call.RunAsync(
            token =>
            {
                token.Register(() => throw new InvalidOperationException("From a callback."));
                registered.SetResult();
                return never.Task;
            },
            cancel.Token);
        await registered.Task;

        await cancel.CancelAsync();
        clock.Hurry();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task The_callers_cancellation_reaches_the_call_and_is_thrown()
    {
        using var cancel = new CancellationTokenSource();
        var running = Call.RunAsync(token => never.Task.WaitAsync(token), cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_call_that_finishes_in_spite_of_the_callers_cancellation_is_not_lost()
    {
        using var cancel = new CancellationTokenSource();
        var running = Call.RunAsync(
            token =>
            {
                token.Register(() => never.SetResult(7));
                return never.Task;
            },
            cancel.Token);

        await cancel.CancelAsync();

        Assert.Equal(new AddinOutcome<int>.Completed { Value = 7 }, await running);
    }

    [Theory]
    [InlineData(300_000, "5 minutes")]
    [InlineData(90_000, "90 seconds")]
    [InlineData(60_000, "60 seconds")]
    [InlineData(1_000, "1 second")]
    [InlineData(250, "250 milliseconds")]
    public async Task A_limit_is_said_in_plain_words(int milliseconds, string words)
    {
        clock.Hurry();

        var outcome = await (Call with { What = "its start", Limit = TimeSpan.FromMilliseconds(milliseconds) }).RunAsync(_ => never.Task, CancellationToken.None);

        Assert.Equal(
            $"Letters did not finish its start within {words}. It ignored the cancellation and is left running.",
            Assert.IsType<AddinOutcome<int>.Failed>(outcome).Message);
    }
}
