using IllAddins.Testing;

namespace Illaddin._1.Tests;

public sealed class AddinTests
{
    [Fact]
    public async Task A_note_is_left_on_the_requests_that_staff_choose()
    {
        await using var host = await TestHost.StartAsync<Addin>();
        var chosen = await host.AddRequestAsync();
        var other = await host.AddRequestAsync();
        await host.SetAsync("Note", "Ask at the desk.");

        var answer = await host.CommandAsync("illaddin-screen", "note", [chosen]);

        Assert.Equal("Requests with a new note: 1.", answer.Message);
        Assert.Equal(["Ask at the desk."], await host.NotesAsync(chosen));
        Assert.Empty(await host.NotesAsync(other));
    }
}
