package io.hushgate.source.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/** Which job and step every part of a text is of. Keeps what the engine can still ask for. */
final class Steps {
    /** Changes that are kept: the engine's buffers hold fewer lines that could make one. */
    private static final int MOST = 1 << 15;

    /** Sections inside of each other; deeper ones count as their parent. */
    private static final int MOST_DEPTH = 16;

    private final Deque<Change> changes = new ArrayDeque<>();
    private final Deque<String> sections = new ArrayDeque<>();
    private int tooDeep;
    private int number;
    private byte[] lastHead = {};

    /**
     * From an offset on.
     *
     * @param job may be empty
     * @param step may be empty
     */
    record Change(long offset, String job, String step) {}

    /** Starts with what the place of the log tells. */
    Steps(String job, String step) {
        changes.add(new Change(0, job, step));
    }

    /** Where an offset lies. */
    Change at(long offset) {
        Iterator<Change> latest = changes.descendingIterator();
        Change change = latest.next();
        while (change.offset() > offset && latest.hasNext()) {
            change = latest.next();
        }
        return change;
    }

    /** Another step of the same job begins. */
    void step(long offset, String step) {
        change(offset, changes.getLast().job(), step);
    }

    private void change(long offset, String job, String step) {
        Change last = changes.getLast();
        if (last.job().equals(job) && last.step().equals(step)) {
            return;
        }
        if (last.offset() == offset) {
            changes.removeLast();
        } else if (changes.size() == MOST) {
            changes.removeFirst();
        }
        changes.addLast(new Change(offset, job, step));
    }

    /** A section begins inside of the one that is open. */
    void enter(long offset, String name) {
        if (sections.size() == MOST_DEPTH) {
            tooDeep++;
            return;
        }
        sections.push(changes.getLast().step());
        step(offset, name);
    }

    /** The innermost section ends. */
    void leave(long offset) {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!sections.isEmpty()) {
            step(offset, sections.pop());
        }
    }

    /** A step that is named after what it runs begins. */
    void run(long offset, String text) {
        number++;
        step(offset, StepName.ofRun(text, number));
    }

    /** What stands before a line tells job and step, or one of them. */
    void head(long offset, byte[] bytes, LineHead head) {
        int end = Math.max(head.jobTo, head.stepTo);
        int start = head.jobTo > head.jobFrom ? head.jobFrom : head.stepFrom;
        if (start >= end || Arrays.equals(lastHead, 0, lastHead.length, bytes, start, end)) {
            return;
        }
        lastHead = Arrays.copyOfRange(bytes, start, end);
        String job =
                head.jobTo > head.jobFrom
                        ? StepName.of(bytes, head.jobFrom, head.jobTo)
                        : changes.getLast().job();
        String step = StepName.of(bytes, head.stepFrom, head.stepTo);
        if (step.startsWith("Run ")) {
            number++;
            String whole =
                    new String(
                            bytes,
                            head.stepFrom,
                            head.stepTo - head.stepFrom,
                            java.nio.charset.StandardCharsets.UTF_8);
            step = StepName.ofRun(whole, number);
        }
        change(offset, job, step);
    }
}
