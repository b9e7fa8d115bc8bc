package org.ninelives.config.language;

import java.util.List;

/** What the language knows besides keywords, for the grammar listing. */
public final class FileSyntax {

    private static final String BLOCK = "(file syntax)\t";

    private static final List<String> NAMES =
            List.of(
                    "(line model)",
                    "(line length)",
                    "(keyword matching)",
                    "(unknown keyword)",
                    "(missing argument)",
                    "{ }",
                    "} (unbalanced)",
                    "#",
                    "!",
                    "\\# \\!",
                    "\"...\"",
                    "'...'",
                    "(quote concatenation)",
                    "(escapes)",
                    "</path",
                    "(booleans)",
                    "(integers)",
                    "(decimal seconds)",
                    "(CR LF)",
                    "(embedded NUL)",
                    "include",
                    "includer",
                    "includem",
                    "includew",
                    "includeb",
                    "includea",
                    "(included file type)",
                    "@ID",
                    "@^ID",
                    "(@ with include)",
                    "$NAME=value",
                    "$NAME=\\ ... \\",
                    "$NAME / ${NAME}",
                    "${_PWD}",
                    "${_INSTANCE}",
                    "${_RANDOM [MIN [MAX]]}",
                    "${_ENV VAR}",
                    "${_HASH}",
                    "${_BANG}",
                    "~SEQ",
                    "~SEQx",
                    "~LST",
                    "\\ (line end)",
                    "(duplicate names)",
                    "(ordering)",
                    "(process split)");

    private FileSyntax() {}

    /** {@code (file syntax)<TAB>feature} rows, as {@code --print-grammar} lists them. */
    public static List<String> rows() {
        return NAMES.stream().map(BLOCK::concat).toList();
    }
}
