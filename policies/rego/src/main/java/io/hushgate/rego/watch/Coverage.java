package io.hushgate.rego.watch;

import io.hushgate.rego.ast.Expr;
import io.hushgate.rego.ast.Location;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.Node;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Statement;
import io.hushgate.rego.ast.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which lines of the modules evaluations have reached. As {@code opa test --coverage} counts: a
 * line is covered when an expression that begins there was evaluated, or a rule that begins there
 * has held. For one thread at a time; {@link #addAll} joins what several have seen.
 */
public final class Coverage implements Observer {
    private final Map<String, Set<Integer>> hits = new HashMap<>();

    /** Lines from {@code start} to {@code end}, both included, counted from 1. */
    public record Range(int start, int end) {}

    /**
     * What is covered of one file.
     *
     * @param covered lines that were reached
     * @param notCovered lines that begin a rule or expression and were not reached
     */
    public record FileReport(List<Range> covered, List<Range> notCovered) {
        public FileReport {
            covered = List.copyOf(covered);
            notCovered = List.copyOf(notCovered);
        }

        public int coveredLines() {
            return lines(covered);
        }

        public int notCoveredLines() {
            return lines(notCovered);
        }

        private static int lines(List<Range> ranges) {
            return ranges.stream().mapToInt(range -> range.end() - range.start() + 1).sum();
        }
    }

    @Override
    public void reached(Expr expr) {
        hit(expr.location());
    }

    @Override
    public void delivered(Rule rule) {
        hit(rule.head().location());
        hit(rule.location());
    }

    private void hit(Location location) {
        if (location.isKnown()) {
            hits.computeIfAbsent(location.file(), _ -> new HashSet<>()).add(location.row());
        }
    }

    /** Adds what another one has seen. */
    public void addAll(Coverage other) {
        other.hits.forEach(
                (file, rows) -> hits.computeIfAbsent(file, _ -> new HashSet<>()).addAll(rows));
    }

    /** The report for some modules as they were parsed, by file name in order. */
    public Map<String, FileReport> report(List<Module> modules) {
        Map<String, FileReport> report = new TreeMap<>();
        for (Module module : modules) {
            String file = module.location().file();
            TreeSet<Integer> covered = new TreeSet<>(hits.getOrDefault(file, Set.of()));
            TreeSet<Integer> notCovered = new TreeSet<>();
            Walk.nodes(
                    module,
                    node -> {
                        Location location = counted(node);
                        if (location.isKnown() && !covered.contains(location.row())) {
                            notCovered.add(location.row());
                        }
                        return true;
                    });
            report.put(file, new FileReport(ranges(covered), ranges(notCovered)));
        }
        return report;
    }

    private static Location counted(Node node) {
        return switch (node) {
            case Rule rule -> rule.head().location();
            case Expr expr when !isDeclaration(expr) -> expr.location();
            default -> Location.NONE;
        };
    }

    /** The compiler replaces declarations; their line counts only if something else is on it. */
    private static boolean isDeclaration(Expr expr) {
        return expr.statement() instanceof Statement.SomeVars
                || expr.statement() instanceof Statement.SomeIn;
    }

    private static List<Range> ranges(SortedSet<Integer> rows) {
        List<Range> ranges = new ArrayList<>();
        for (int row : rows) {
            if (!ranges.isEmpty() && ranges.getLast().end() == row - 1) {
                ranges.set(ranges.size() - 1, new Range(ranges.getLast().start(), row));
            } else {
                ranges.add(new Range(row, row));
            }
        }
        return ranges;
    }
}
