package io.hushgate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How many threads read and match at the same time.
 *
 * @param count at least 1; 1 means the calling thread alone
 */
public record Workers(int count) {
    /** The calling thread alone. */
    public static final Workers ONE = new Workers(1);

    public Workers {
        if (count < 1) {
            throw new IllegalArgumentException("%d workers cannot work".formatted(count));
        }
    }

    /** As many as the machine runs at the same time. */
    public static Workers available() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Runs the work once in each worker and waits for all. When one fails the others are
     * interrupted, and the first failure is thrown here.
     */
    public void run(Runnable work) {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        List<Thread> others = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Runnable guarded =
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        if (failure.compareAndSet(null, e)) {
                            others.forEach(Thread::interrupt);
                            caller.interrupt();
                        }
                    }
                };
        for (int i = 1; i < count; i++) {
            others.add(Thread.ofPlatform().name("hushgate-" + i).daemon().unstarted(guarded));
        }
        others.forEach(Thread::start);
        guarded.run();
        boolean interrupted = joinAll(others);
        switch (failure.get()) {
            case null -> {
                if (interrupted) {
                    caller.interrupt();
                }
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Waits for every thread to its end, whatever interrupts. */
    private static boolean joinAll(List<Thread> threads) {
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.forEach(Thread::interrupt);
                }
            }
        }
        return interrupted;
    }
}
