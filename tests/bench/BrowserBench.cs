using IllAddins.Host.Cli;
using IllAddins.Host.Requests;
using IllAddins.Host.Scheduling;
using IllAddins.Host.Web;

namespace IllAddins.Bench;

/// <summary>The Customer Contact form in a real browser, as staff feel it: how soon the first rows stand there, and what a key, a selection and an action cost.</summary>
public static class BrowserBench
{
    private const string Password = "seven small boats";

    private const int Acted = 500;

    private const string FirstRows = """
        new MutationObserver((_, observer) => {
          if (document.querySelector(".request-row") !== null) {
            observer.disconnect();
            requestAnimationFrame(() => { window.firstRows = performance.now(); });
          }
        }).observe(document, { childList: true, subtree: true });
        """;

    private const string Keys = """
        (async () => {
          const press = (key, more = {}) => {
            const begin = performance.now();
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
            document.getElementById("grid").getBoundingClientRect();
            return performance.now() - begin;
          };
          const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
          const summary = times => {
            times.sort((left, right) => left - right);
            return [times[Math.floor(times.length / 2)], times[Math.floor(times.length * 0.95)]];
          };
          document.querySelector(".request-row").focus();
          const arrows = [], extends_ = [];
          for (let turn = 0; turn < 300; turn++) { arrows.push(press("ArrowDown")); await frame(); }
          for (let turn = 0; turn < 100; turn++) { extends_.push(press("ArrowDown", { shiftKey: true })); await frame(); }
          const pages = [];
          for (let turn = 0; turn < 50; turn++) { pages.push(press("PageDown")); await frame(); }
          press("a", { ctrlKey: true });
          await frame();
          press("Escape");
          await frame();
          const all = press("a", { ctrlKey: true }) + press("a", { ctrlKey: true });
          const selected = document.getElementById("counts").textContent;
          const sorting = performance.now();
          document.querySelector("[data-name=Title] .head").click();
          document.getElementById("grid").getBoundingClientRect();
          const sorted = performance.now() - sorting;
          press("Escape");
          return { arrow: summary(arrows), extend: summary(extends_), page: summary(pages), all, sorted, selected, elements: document.getElementsByTagName("*").length };
        })()
        """;

    private static readonly string Act = $$"""
        (async () => {
          document.querySelector(".request-row").focus();
          const press = more => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true, ...more }));
          for (let turn = 1; turn < {{Acted}}; turn++) press({ shiftKey: true });
          const until = done => new Promise(resolve => {
            const look = () => done() ? resolve() : requestAnimationFrame(look);
            requestAnimationFrame(look);
          });
          const begin = performance.now();
          document.querySelector("[data-command=notified-via-phone]").click();
          await until(() => document.querySelector("dialog[open] .primary") !== null);
          const asked = performance.now() - begin;
          const pressed = performance.now();
          document.querySelector("dialog[open] .primary").click();
          await until(() => document.querySelector("dialog, #ribbon [aria-busy]") === null);
          const took = performance.now() - pressed;
          await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          return { asked, took, said: document.getElementById("status").textContent };
        })()
        """;

    public static async Task RunAsync(BenchOrder order)
    {
        using var library = new BenchLibrary(order.Home);
        await using var installation = await library.OpenAsync();
        var record = new SampleRecord(installation.Database);
        await record.FillAsync(order.Rows);
        await record.ArriveAsync(order.Due, "Awaiting Customer Contact", remainder: 8);
        await SweepFigures.PrintAsync(installation, "deciding for staff", "Notification");
        await new StaffAccounts(installation.Database, installation.Clock).AddAsync("bench", "staff", Password, AuditTrail.ByItself, CancellationToken.None);
        await using var chrome = await Chrome.StartAsync();
        if (chrome is null)
        {
            Figures.Line($"No Chromium or Chrome on PATH: what staff feel in the browser was not measured.");
            return;
        }

        using var stop = new CancellationTokenSource();
        var listening = new TaskCompletionSource<string>();
        var serving = Serving.RunAsync(installation, new SweepPace(), "http://127.0.0.1:0", (urls, _) => listening.TrySetResult(urls.First()), stop.Token);
        await MeasureAsync(chrome, new Uri(await listening.Task));
        await stop.CancelAsync();
        await serving;
    }

    private static async Task MeasureAsync(Chrome chrome, Uri host)
    {
        var screen = new Uri(host, "/screens/customer-contact");
        await chrome.GoAsync(screen);
        await chrome.UntilAsync("document.getElementById('password') !== null");
        await chrome.ValueAsync($"document.getElementById('userName').value = 'bench'; document.getElementById('password').value = '{Password}'; document.querySelector('main form').requestSubmit()");
        await chrome.UntilAsync("document.querySelector('.request-row') !== null");
        await chrome.OnEveryPageAsync(FirstRows);
        for (var time = 1; time <= 3; time++)
        {
            await chrome.GoAsync(screen);
            await chrome.UntilAsync("window.firstRows !== undefined");
            Figures.Line($"{$"first rows, visit {time}",-58} {Milliseconds(await chrome.ValueAsync("window.firstRows")),10:N0} ms (aim 500)");
        }

        var keys = (await chrome.ValueAsync(Keys))!;
        Figures.Line($"{"arrow key, middle and 95 in 100",-58} {Milliseconds(keys["arrow"]![0]),10:N1} / {Milliseconds(keys["arrow"]![1]):N1} ms (aim 16)");
        Figures.Line($"{"arrow key with Shift",-58} {Milliseconds(keys["extend"]![0]),10:N1} / {Milliseconds(keys["extend"]![1]):N1} ms");
        Figures.Line($"{"page down",-58} {Milliseconds(keys["page"]![0]),10:N1} / {Milliseconds(keys["page"]![1]):N1} ms");
        Figures.Line($"{"select all (Ctrl+A twice)",-58} {Milliseconds(keys["all"]),10:N1} ms (aim 50)");
        Figures.Line($"{"sort by Title",-58} {Milliseconds(keys["sorted"]),10:N1} ms");
        Figures.Line($"    {keys["selected"]!.GetValue<string>()} {keys["elements"]!.GetValue<int>():N0} elements drawn (aim 1,500 at most)");
        var act = (await chrome.ValueAsync(Act))!;
        Figures.Line($"{$"Notified via Phone for {Acted} rows: its dialog stands there",-58} {Milliseconds(act["asked"]),10:N0} ms");
        Figures.Line($"{$"Reached pressed: {Acted} rows moved, list read again",-58} {Milliseconds(act["took"]),10:N0} ms (aim 1,000)");
        Figures.Line($"    {act["said"]!.GetValue<string>()}");
    }

    private static double Milliseconds(System.Text.Json.Nodes.JsonNode? value) => value!.GetValue<double>();
}
