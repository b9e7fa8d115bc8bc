package org.ninelives.labs;

import java.util.regex.Pattern;
import org.ninelives.labs.Guide.Step;

/** Machines of a lab on which the commands of a {@link Guide} run as they are written. */
public abstract class GuideStage {
    private final Lab lab;

    /** A stage of this lab's nodes. */
    protected GuideStage(Lab lab) {
        this.lab = lab;
    }

    /** Runs commands on a node to their end, up to the first that fails. */
    protected abstract Finished run(String node, String commands);

    /** Writes a file of a node. */
    protected abstract void write(String node, String path, String text);

    /** Starts the daemon of a node, where commands cannot. */
    protected abstract void start(String node);

    /** What to tell of a node when a command has failed there. */
    protected abstract String story(String node);

    /**
     * Carries out all that the page says.
     *
     * @throws AssertionError when a command fails, or does not print what it must in a minute
     */
    public void play(Guide guide) {
        guide.steps().forEach(this::play);
    }

    private void play(Step step) {
        switch (step.deed()) {
            case ON -> step.nodes().forEach(node -> run(step, node));
            case FILE -> step.nodes().forEach(node -> write(node, step.detail(), step.text()));
            case START -> step.nodes().forEach(this::start);
            case PEOPLE -> {}
        }
    }

    private void run(Step step, String node) {
        Finished last = run(node, step.text());
        if (step.detail().isEmpty() && last.status() != 0) {
            throw new AssertionError(told(step, node, last));
        }
        Pattern wanted = Pattern.compile(step.detail(), Pattern.MULTILINE);
        if (!wanted.matcher(last.output()).find()) {
            lab.await(
                    told(step, node, last),
                    () -> wanted.matcher(run(node, step.text()).output()).find());
        }
    }

    private String told(Step step, String node, Finished finished) {
        return "%s: on %s: %s%s%n%s"
                .formatted(step.place(), node, step.text(), finished, story(node));
    }
}
