package org.ninelives.check.http.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninelives.check.http.core.RegexOption;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Options of PCRE2; those that cannot be had here are named in one remark. */
final class RegexOptionsType implements ArgumentType<Set<RegexOption>> {

    @Override
    public Set<RegexOption> parse(Arguments arguments) throws InvalidArgumentException {
        Set<RegexOption> options = EnumSet.noneOf(RegexOption.class);
        List<String> absent = new ArrayList<>();
        do {
            String word = arguments.take("an option");
            RegexOption option =
                    option(word)
                            .orElseThrow(
                                    () ->
                                            new InvalidArgumentException(
                                                    word + " is none of " + allowed()));
            options.add(option);
            if (option.isAbsent()) {
                absent.add(word);
            }
        } while (arguments.hasNext());
        if (!absent.isEmpty()) {
            arguments.remark(
                    String.join(", ", absent)
                            + " cannot be had: patterns are those of Java; write the pattern so"
                            + " that it does without");
        }
        return options;
    }

    private static Optional<RegexOption> option(String word) {
        return Arrays.stream(RegexOption.values())
                .filter(option -> option.word().equals(word))
                .findFirst();
    }

    @Override
    public String allowed() {
        return Arrays.stream(RegexOption.values())
                .map(RegexOption::word)
                .collect(Collectors.joining("|"));
    }
}
