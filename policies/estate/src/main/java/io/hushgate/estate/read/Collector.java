package io.hushgate.estate.read;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.Fact;
import io.hushgate.estate.fact.Provenance;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what readers find in one artifact. Not thread-safe; lives as long as one artifact is read.
 */
public final class Collector {
    private static final int MAX_PROBLEMS = 200;

    private final String file;
    private final Confidence confidence;
    private final List<Fact> facts;
    private final List<Problem> problems;
    private final List<ModuleFile> modules;

    /**
     * @param file the artifact's address
     */
    public Collector(String file) {
        this(file, Confidence.HIGH, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private Collector(
            String file,
            Confidence confidence,
            List<Fact> facts,
            List<Problem> problems,
            List<ModuleFile> modules) {
        this.modules = modules;
        this.file = file;
        this.confidence = confidence;
        this.facts = facts;
        this.problems = problems;
    }

    /**
     * A view that puts facts and problems into this collection, at most as sure as {@code limit}.
     */
    public Collector atMost(Confidence limit) {
        return new Collector(file, confidence.and(limit), facts, problems, modules);
    }

    /** The artifact's address. */
    public String file() {
        return file;
    }

    /** The provenance of something at a place. */
    public Provenance at(Place place) {
        return new Provenance(file, place.line(), place.column(), confidence);
    }

    /** The same for something of which a part was not evaluated. */
    public Provenance at(Place place, boolean literal) {
        Provenance at = at(place);
        return literal ? at : at.atMost(Confidence.LOW);
    }

    /** Tells whether no fact was found. */
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    public void add(Fact fact) {
        facts.add(fact);
    }

    public void problem(Problem problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    public void problems(List<Problem> more) {
        more.forEach(this::problem);
    }

    /** Keeps what was parsed for when the files beside it are known. */
    public void keep(ModuleFile module) {
        modules.add(module);
    }

    public List<ModuleFile> modules() {
        return List.copyOf(modules);
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
