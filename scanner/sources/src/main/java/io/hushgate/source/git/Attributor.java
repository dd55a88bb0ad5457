package io.hushgate.source.git;

import io.hushgate.core.Address;
import io.hushgate.core.Attribution;
import io.hushgate.core.CommitInfo;
import io.hushgate.source.Workers;
import io.hushgate.source.git.store.ObjectId;
import io.hushgate.source.git.store.ObjectNumbers;
import io.hushgate.source.git.store.ObjectReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells where in a history blobs and messages are. */
final class Attributor {
    private final GitRepository repository;
    private final ObjectReader reader;
    private final ObjectNumbers numbers;
    private final CommitGraph graph;
    private final TagReader refs;

    Attributor(
            GitRepository repository,
            ObjectReader reader,
            ObjectNumbers numbers,
            CommitGraph graph,
            TagReader refs) {
        this.repository = repository;
        this.reader = reader;
        this.numbers = numbers;
        this.graph = graph;
        this.refs = refs;
    }

    Map<Address, Attribution> attribute(Set<Address> found, Workers workers) {
        Map<Address, Attribution> all = new HashMap<>();
        Set<ObjectId> blobs = new HashSet<>();
        Map<String, CommitInfo> makers = refs.makers();
        for (Address address : found) {
            switch (address) {
                case Address.GitObject(var id) -> ObjectId.parse(id).ifPresent(blobs::add);
                case Address.CommitMessage(var id) ->
                        ofCommit(id).ifPresent(where -> all.put(address, where));
                case Address.TagMessage(var tag) -> {
                    CommitInfo maker = makers.get(tag);
                    if (maker != null) {
                        all.put(
                                address,
                                new Attribution(maker, maker, List.of(), false, List.of(tag)));
                    }
                }
                default -> throw new IllegalArgumentException(address + " is of no history");
            }
        }
        blobs(blobs, workers)
                .forEach((id, where) -> all.put(new Address.GitObject(id.toString()), where));
        return all;
    }

    private Optional<Attribution> ofCommit(String hex) {
        Optional<ObjectId> id = ObjectId.parse(hex);
        if (id.isEmpty() || !graph.isReachable(graph.placeOf(numbers.of(id.get())))) {
            return Optional.empty();
        }
        CommitInfo info = info(id.get());
        List<String> names =
                refs.tips().stream()
                        .filter(tip -> tip.id().equals(id.get()) && isName(tip.name()))
                        .map(tip -> TagReader.shortName(tip.name()))
                        .sorted()
                        .toList();
        return Optional.of(new Attribution(info, info, List.of(), false, names));
    }

    /** Tells whether a ref is one that people know; heads of work trees are not. */
    private static boolean isName(String ref) {
        return !ref.equals("HEAD") && !ref.endsWith("/HEAD");
    }

    /** Where blobs are; nothing for those that no ref leads to. */
    Map<ObjectId, Attribution> blobs(Set<ObjectId> wanted, Workers workers) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        TreeEdges edges = TreeEdges.read(repository.objects(), numbers, wanted, workers);
        Holders holders = new Holders(edges);
        for (int place = 0; place < graph.count(); place++) {
            if (graph.isReachable(place)) {
                holders.addRoot(graph.tree(place), place);
            }
        }
        List<CommitGraph.Tip> bare =
                refs.tips().stream()
                        .filter(tip -> graph.placeOf(numbers.of(tip.id())) < 0)
                        .toList();
        for (CommitGraph.Tip tip : bare) {
            holders.addRoot(numbers.of(tip.id()), Holders.NO_COMMIT);
        }
        holders.spread();
        holders.nameRefs(roots());
        Map<ObjectId, Attribution> all = new HashMap<>();
        Map<Integer, CommitInfo> known = new HashMap<>();
        edges.wanted()
                .forEach((id, number) ->
                        holders.of(number)
                                .ifPresent(where -> all.put(id, attribution(where, known, bare))));
        return all;
    }

    private Attribution attribution(
            Holders.Where where, Map<Integer, CommitInfo> known, List<CommitGraph.Tip> bare) {
        CommitInfo first;
        CommitInfo last;
        if (where.first() == Holders.NO_COMMIT) {
            CommitGraph.Tip tip = bare.getFirst();
            CommitInfo none = new CommitInfo(tip.id().toString(), "", Instant.EPOCH);
            first = refs.makers().getOrDefault(TagReader.shortName(tip.name()), none);
            last = first;
        } else {
            first = known.computeIfAbsent(where.first(), place -> info(graph.id(place)));
            last = known.computeIfAbsent(where.last(), place -> info(graph.id(place)));
        }
        return new Attribution(first, last, where.paths(), where.inHead(), where.refs());
    }

    /** The trees of all tips, with the names that people know; HEAD has the name of none. */
    private List<Holders.Root> roots() {
        List<Holders.Root> roots = new ArrayList<>();
        for (CommitGraph.Tip tip : refs.tips()) {
            int number = numbers.of(tip.id());
            int place = graph.placeOf(number);
            int tree = place < 0 ? number : graph.tree(place);
            if (tip.name().equals("HEAD")) {
                roots.add(new Holders.Root("", tree));
            } else if (isName(tip.name())) {
                roots.add(new Holders.Root(TagReader.shortName(tip.name()), tree));
            }
        }
        roots.sort(Comparator.comparing(Holders.Root::name));
        return roots;
    }

    private CommitInfo info(ObjectId id) {
        try {
            return GitRepository.commit(reader, id, "a ref").info(id);
        } catch (IOException e) {
            return new CommitInfo(id.toString(), "", Instant.EPOCH);
        }
    }
}
