using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LeakWatch.LocalPostgres;

/// <summary>An unprivileged account of this machine, for servers that refuse to run as root.</summary>
internal sealed record UnixAccount(string Name, uint UserId, uint GroupId)
{
    /// <summary>What root runs servers as: the account Debian made for Postgres, else the one that every system has.</summary>
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <param name="name">The account chosen earlier, to whom the data belong.</param>
    /// <returns>null when we are not root and simply run as ourselves.</returns>
    public static UnixAccount? ForServers(string? name)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var accounts = File.ReadLines("/etc/passwd")
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 3)
            .GroupBy(fields => fields[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var found = (name is null ? Preferred : [name]).Where(accounts.ContainsKey).Select(candidate => accounts[candidate]).FirstOrDefault()
            ?? throw new InvalidOperationException($"This machine has no account {name ?? string.Join(" or ", Preferred)} to run a server as.");
        return new(found[0], uint.Parse(found[2], CultureInfo.InvariantCulture), uint.Parse(found[3], CultureInfo.InvariantCulture));
    }

    public void Own(string path)
    {
        if (chown(path, UserId, GroupId) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"{path} could not be given to {Name}");
        }
    }

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
