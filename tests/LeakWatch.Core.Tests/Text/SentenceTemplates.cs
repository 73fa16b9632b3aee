using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using LeakWatch.Core.Text;

namespace LeakWatch.Core.Tests.Text;

/// <summary>Every sentence that an assembly can say, read out of its compiled code: what is never said while testing is found too.</summary>
/// <remarks>
/// The compiler makes a sentence of an interpolated string: <c>new Sentence(length of its words, number of its gaps)</c>, then a call for each of its words and
/// gaps. The two numbers tell when it is complete, also where the gap of one holds another.
/// </remarks>
public static class SentenceTemplates
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IReadOnlySet<string> Of(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetMethods(Own).Concat<MethodBase>(type.GetConstructors(Own)))
        .SelectMany(Of).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Of(MethodBase method)
    {
        var open = new Stack<Unfinished>();
        var (text, numbers) = ("", new List<int>());
        foreach (var (code, operand) in InstructionsOf(method))
        {
            if (operand is string words)
            {
                text = words;
            }
            else if (NumberOf(code, operand) is { } number)
            {
                numbers.Add(number);
            }
            else if (operand is MethodBase called && called.DeclaringType == typeof(Sentence))
            {
                if (called is ConstructorInfo && called.GetParameters() is [{ ParameterType: var length }, _] && length == typeof(int))
                {
                    open.Push(new(numbers[^2], numbers[^1]));
                }
                else if (open.TryPeek(out var sentence) && called.Name is nameof(Sentence.AppendLiteral) or nameof(Sentence.AppendFormatted))
                {
                    open.Peek().Add(called.Name == nameof(Sentence.AppendLiteral) ? text : null);
                }

                while (open.TryPeek(out var complete) && complete.IsComplete)
                {
                    yield return open.Pop().Template;
                }
            }
        }

        Assert.True(open.Count == 0, $"A sentence of {method.DeclaringType} {method.Name} could not be read.");
    }

    private static IEnumerable<(OpCode Code, object? Operand)> InstructionsOf(MethodBase method)
    {
        var bytes = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var generic = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var own = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < bytes.Length;)
        {
            var isWide = bytes[at] == 0xFE;
            var code = Codes[isWide ? (short)(0xFE00 | bytes[at + 1]) : bytes[at]];
            at += isWide ? 2 : 1;
            var operand = code.OperandType switch
            {
                OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(bytes, at)),
                OperandType.InlineMethod => method.Module.ResolveMethod(BitConverter.ToInt32(bytes, at), generic, own),
                OperandType.InlineI => BitConverter.ToInt32(bytes, at),
                OperandType.ShortInlineI => (int)(sbyte)bytes[at],
                _ => (object?)null,
            };
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(bytes, at)),
                _ => 4,
            };
            yield return (code, operand);
        }
    }

    private static int? NumberOf(OpCode code, object? operand) =>
        code.Value >= OpCodes.Ldc_I4_0.Value && code.Value <= OpCodes.Ldc_I4_8.Value ? code.Value - OpCodes.Ldc_I4_0.Value : operand as int?;

    private sealed class Unfinished(int length, int gaps)
    {
        private readonly StringBuilder template = new();
        private int words;
        private int filled;

        public bool IsComplete => words == length && filled == gaps;

        public string Template => template.ToString();

        public void Add(string? literal)
        {
            words += literal?.Length ?? 0;
            template.Append(literal is null ? $"{{{filled++}}}" : gaps == 0 ? literal : literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }
    }
}
