using System.Globalization;
using CsCheck;
using LeakWatch.Core.Invoices;

namespace LeakWatch.Core.Tests.Invoices;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("2026.02.01")]
    [InlineData("2026. 2. 1.")]
    [InlineData("2026/02/01")]
    [InlineData("20260201")]
    [InlineData("1 Feb 2026")]
    [InlineData("1st of February, 2026")]
    [InlineData("Feb 1, 2026")]
    [InlineData("Sunday, February 1, 2026")]
    [InlineData("February 1st, 2026")]
    [InlineData("01-Feb-26")]
    [InlineData("1. Februar 2026")]
    [InlineData("1er février 2026")]
    [InlineData("1 de febrero de 2026")]
    [InlineData("2026년 2월 1일")]
    [InlineData("2026年2月1日")]
    [InlineData("2026年 2月 1日(日)")]
    [InlineData("令和8年2月1日")]
    [InlineData("R8.2.1")]
    [InlineData("01.02.2026")]
    [InlineData("01.02.26")]
    [InlineData("2026-02-01T10:30:00Z")]
    [InlineData("2026-02-01 10:30")]
    public void Reads_every_printed_form(string text)
    {
        var date = DateText.Read(text);

        Assert.Equal(new DateOnly(2026, 2, 1), date?.Date);
        Assert.False(date?.IsAmbiguous);
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("32/01/2026")]
    [InlineData("2026-13-01")]
    [InlineData("1.2.3")]
    [InlineData("12.50")]
    [InlineData("DE123456789")]
    [InlineData("Invoice 2026-02-01 paid")]
    [InlineData("192.168.10.26")]
    public void Refuses_what_is_no_date(string text) => Assert.Null(DateText.Read(text));

    [Fact]
    public void Marks_a_date_that_could_be_two()
    {
        Assert.True(DateText.Read("01/02/2026")?.IsAmbiguous);
        Assert.Equal(new(2026, 1, 2), DateText.Read("01/02/2026", DateOrder.MonthFirst)?.Date);
        Assert.Equal(new(2026, 2, 1), DateText.Read("01/02/2026", DateOrder.DayFirst)?.Date);
        Assert.Equal(new(2026, 2, 13), DateText.Read("13/02/2026", DateOrder.MonthFirst)?.Date);
    }

    [Fact]
    public void Learns_the_order_from_a_day_above_twelve()
    {
        Assert.Equal(DateOrder.MonthFirst, DateText.OrderOf(["Invoice 01/02/2026", "Due 01/31/2026"]));
        Assert.Equal(DateOrder.Unknown, DateText.OrderOf(["01/31/2026", "31/01/2026"]));
    }

    [Fact]
    public void Finds_each_date_in_a_sentence()
    {
        const string text = "Jan 1, 2026 - Jan 31, 2026";
        var first = DateText.Find(text)!.Value;

        Assert.Equal(new(2026, 1, 1), first.Date);
        Assert.Equal(new(2026, 1, 31), DateText.Find(text, DateOrder.Unknown, first.End)?.Date);
    }

    [Fact]
    public void Reads_back_whatever_any_style_prints() =>
        Gen.Select(Gen.Int[new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2098, 12, 31).DayNumber],
                Gen.OneOf("yyyy-MM-dd|", "dd.MM.yyyy|", "d MMM yyyy|en", "MMMM d, yyyy|en", "d. MMMM yyyy|de", "d MMMM yyyy|fr", "d 'de' MMMM 'de' yyyy|es",
                    "yyyy年M月d日|", "yyyy년 M월 d일|", "yyyy. M. d.|", "d MMMM yyyy|it", "d MMMM yyyy|nl", "d 'de' MMMM 'de' yyyy|pt"))
            .Sample((day, style) =>
            {
                var date = DateOnly.FromDayNumber(day);
                var printed = date.ToString(style.Split('|')[0], CultureInfo.GetCultureInfo(style.Split('|')[1]));
                return DateText.Read(printed)?.Date == date;
            });
}
