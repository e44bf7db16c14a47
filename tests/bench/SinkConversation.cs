using System.Text;

namespace IllAddins.Bench;

/// <summary>What a sink says to one client: yes to everything, in one piece to what came in one piece.</summary>
public sealed class SinkConversation
{
    private readonly StringBuilder answers = new();
    private readonly List<byte> line = [];
    private bool inText;
    private int mails;

    /// <summary>Takes the next bytes and gives the answers to the lines that they complete; empty where none is due.</summary>
    public string Hear(ReadOnlySpan<byte> bytes)
    {
        answers.Clear();
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            line.AddRange(bytes[..end]);
            Obey(Encoding.Latin1.GetString([.. line]).TrimEnd('\r'));
            line.Clear();
            bytes = bytes[(end + 1)..];
        }

        line.AddRange(bytes);
        return answers.ToString();
    }

    /// <summary>How many mails were taken since the last call.</summary>
    public int TakeMails()
    {
        var taken = mails;
        mails = 0;
        return taken;
    }

    private void Obey(string command)
    {
        if (inText && command != ".")
            return;
        mails += inText ? 1 : 0;
        answers.Append(command switch
        {
            "." => "250 taken",
            "DATA" => "354 go on",
            _ when command.StartsWith("EHLO", StringComparison.Ordinal) => "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8",
            "QUIT" => "221 bye",
            _ => "250 ok",
        }).Append("\r\n");
        inText = command == "DATA";
    }
}
