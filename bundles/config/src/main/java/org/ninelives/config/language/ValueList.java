package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * {@code ~LST(var,v1,v2,...)} and {@code ~LST({a,b},{1,2},{3,4},...)}.
 *
 * @param variables their names
 * @param values one list for each line, as long as {@code variables}
 */
record ValueList(List<String> variables, List<List<String>> values) implements Repetition {

    @Override
    public long count() {
        return values.size();
    }

    @Override
    public Context line(long n, Context outer) {
        Context context = outer;
        List<String> line = values.get((int) n);
        for (int i = 0; i < variables.size(); i++) {
            context = context.binding(variables.get(i), line.get(i));
        }
        return context;
    }

    static ValueList of(List<String> variables, List<String> items)
            throws InvalidArgumentException {
        List<List<String>> values = new ArrayList<>();
        for (String item : items) {
            List<String> members =
                    new ArrayList<>(
                            Parentheses.isTuple(item) ? Parentheses.members(item) : List.of(item));
            if (members.size() > variables.size()) {
                throw new InvalidArgumentException(
                        item
                                + " has "
                                + members.size()
                                + " values for "
                                + variables.size()
                                + (variables.size() == 1 ? " variable" : " variables"));
            }
            while (members.size() < variables.size()) {
                members.add("");
            }
            values.add(List.copyOf(members));
        }
        return new ValueList(variables, List.copyOf(values));
    }
}
