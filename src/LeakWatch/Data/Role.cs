namespace LeakWatch.Data;

internal enum Role { Owner, Member, AgencyAdmin, AgencyViewer }
