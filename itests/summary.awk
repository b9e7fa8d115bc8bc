# Reads the XML reports of Surefire and prints one table of tiers, then what failed and why tests were skipped.
# Ends with 1 when a test failed. Set the variable seconds to the time of the whole run.

function attribute(name,    text) {
    if (!match($0, " " name "=\"[^\"]*\"")) return ""
    text = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    gsub(/&#10;/, "\n", text); gsub(/&#13;/, "", text); gsub(/&#9;/, " ", text); gsub(/&apos;/, "'", text)
    gsub(/&quot;/, "\"", text); gsub(/&gt;/, ">", text); gsub(/&lt;/, "<", text); gsub(/&amp;/, "\\&", text)
    sub(/^\n+/, "", text)
    return text
}

# A message of many lines, indented: its beginning says what was expected, and its end what was missing.
function excerpt(text,    lines, count, i, result) {
    sub(/[ \n]+$/, "", text)
    count = split(text, lines, "\n")
    for (i = 1; i <= count; i++) {
        if (count > FIRST_LINES + LAST_LINES && i == FIRST_LINES + 1) {
            result = result sprintf("\n    ... (%d lines)", count - FIRST_LINES - LAST_LINES)
            i = count - LAST_LINES + 1
        }
        result = result "\n    " substr(lines[i], 1, 200)
    }
    return result
}

# Why a test was skipped: a condition's words are an attribute, those of an assumption stand in its stack trace, whose
# first line may have none of them.
function reason(    text) {
    text = attribute("message")
    if (text == "") {
        text = $0
        sub(/.*CDATA\[[^ ]*Exception: */, "", text)
    }
    if (text == "") getline text
    sub(/^[Aa]ssumption [a-z ]*: /, "", text)
    sub(/ *(\n.*)?$/, "", text)
    return text
}

function tier_of(file, class) {
    if (file ~ /itests\/labs\//) return "labs"
    if (file ~ /itests\/house\//) return "house"
    if (file ~ /itests\/balancing\//) return "balancing"
    if (file ~ /itests\/packages\//) return "packages"
    if (class ~ /(Contract|Kernel)[A-Za-z]*$/) return "contract"
    if (class ~ /Simul/) return "simulation"
    return "unit"
}

BEGIN { FIRST_LINES = 15; LAST_LINES = 5 }

/<testsuite / {
    tier = tier_of(FILENAME, attribute("name"))
    tests[tier] += attribute("tests")
    failed[tier] += attribute("errors") + attribute("failures")
    skipped[tier] += attribute("skipped")
    time[tier] += attribute("time")
}
/<testcase / { class = attribute("classname"); sub(/.*\./, "", class); test = class "." attribute("name") }
/<(failure|error)[ >]/ {
    message = attribute("message")
    failures[++failure_count] = test ":" excerpt(message == "" ? attribute("type") : message)
}
/<skipped/ { reasons[tier ": " reason()]++ }

END {
    tier_count = split("unit simulation contract house labs balancing packages", tiers, " ")
    printf "\n%-12s %7s %7s %8s %8s\n", "tier", "passed", "failed", "skipped", "test s"
    for (i = 1; i <= tier_count; i++) {
        t = tiers[i]
        printf "%-12s %7d %7d %8d %8.0f\n", t, tests[t] - failed[t] - skipped[t], failed[t], skipped[t], time[t]
        all += tests[t]; all_failed += failed[t]; all_skipped += skipped[t]
    }
    printf "%-12s %7d %7d %8d  in %d:%02d min\n", "all", all - all_failed - all_skipped, all_failed, all_skipped,
        seconds / 60, seconds % 60
    for (i = 1; i <= failure_count; i++) printf "failed: %s\n", failures[i]
    for (why in reasons) printf "skipped: %d of %s\n", reasons[why], why
    exit all_failed > 0
}
