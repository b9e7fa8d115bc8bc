package org.ninelives.api.management;

import java.util.Queue;

/** Writes down which beans come and go. */
record Recorder(Queue<String> calls) implements BeanListener {

    @Override
    public void added(Bean<?> bean) {
        calls.add("+ " + bean.name());
    }

    @Override
    public void removed(Bean<?> bean) {
        calls.add("- " + bean.name());
    }
}
