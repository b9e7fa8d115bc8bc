package org.ninelives.ctl.output;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns as wide as their widest word; the last column is as long as it is. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table that has only a head. */
    public Table(String... head) {
        rows.add(List.of(head));
    }

    /** Adds a row with a cell for each column. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        if (row.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("not as many cells as columns: " + row);
        }
        rows.add(row);
        return this;
    }

    /** Whether there is nothing below the head. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The lines, each ended. */
    @Override
    public String toString() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(cell);
                if (i < widths.length - 1) {
                    line.append(" ".repeat(widths[i] - cell.length())).append(GAP);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }
}
