package org.ninelives.check.http.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.check.http.core.StatusCodes;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Status codes and ranges of them; as with keepalived the wrong ones are left out alone. */
final class StatusCodesType implements ArgumentType<List<StatusCodes.Range>> {

    private static final int MIN = 100;
    private static final int MAX = 599;
    private static final Pattern RANGE = Pattern.compile("(\\d{3})(?:-(\\d{3}))?");

    @Override
    public List<StatusCodes.Range> parse(Arguments arguments) throws InvalidArgumentException {
        List<StatusCodes.Range> ranges = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        do {
            String word = arguments.take("a status code");
            range(word).ifPresentOrElse(ranges::add, () -> wrong.add(word));
        } while (arguments.hasNext());
        String complaint =
                String.join(", ", wrong)
                        + (wrong.size() == 1 ? " is" : " are")
                        + " not in "
                        + allowed();
        if (ranges.isEmpty()) {
            throw new InvalidArgumentException(complaint);
        }
        if (!wrong.isEmpty()) {
            arguments.remark(complaint + "; ignored");
        }
        return ranges;
    }

    private static Optional<StatusCodes.Range> range(String word) {
        Matcher matcher = RANGE.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return MIN <= first && first <= last && last <= MAX
                ? Optional.of(new StatusCodes.Range(first, last))
                : Optional.empty();
    }

    @Override
    public String allowed() {
        return MIN + ".." + MAX + " or FIRST-LAST, several";
    }
}
