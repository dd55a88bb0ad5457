package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Call;
import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.builtin.Builtin;
import io.hushgate.rego.builtin.Builtins;
import io.hushgate.rego.eval.document.Document;
import io.hushgate.rego.eval.document.Function;
import io.hushgate.rego.eval.document.Keyed;
import io.hushgate.rego.eval.document.PackageDocument;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a body can refer to, by name: the places of rules under {@code data}, functions,
 * builtins, and which of them {@code with} replaces somewhere in the program.
 */
final class Definitions {
    /** A document that is wanted with some keys known. */
    record KeyedRequest(Document document, int depth, Keyed keyed) {}

    private final Builtins builtins;
    private final Replaced replaced;
    private final boolean mayGroup;
    private final Place root = new Place(0, List.of());
    private final List<Place> places = new ArrayList<>(List.of(root));
    private final Map<Ref, Function> functions = new HashMap<>();
    private final Map<Ref, Integer> arities = new HashMap<>();
    private final Map<Place, Document> packages = new HashMap<>();
    private final Map<Document, Integer> keyDepths = new HashMap<>();
    private final Map<Document, Integer> depths = new HashMap<>();
    private final Map<List<Object>, Keyed> keyed = new HashMap<>();
    private final ArrayDeque<KeyedRequest> requests = new ArrayDeque<>();
    private int memos;

    /**
     * @param mayGroup whether comprehensions may be evaluated for several outer values at once, and
     *     documents for more keys than are asked for
     */
    Definitions(Builtins builtins, Replaced replaced, boolean mayGroup) {
        this.mayGroup = mayGroup;
        this.builtins = builtins;
        this.replaced = replaced;
    }

    boolean mayGroup() {
        return mayGroup;
    }

    Place root() {
        return root;
    }

    /** The place at a path of constants, grown as far as it is missing. */
    Place place(List<Value> path) {
        Place place = root;
        for (Value key : path) {
            Place child = place.child(key);
            if (child == null) {
                child = place.grow(places.size(), key);
                places.add(child);
            }
            place = child;
        }
        return place;
    }

    /** A number under which scopes remember something. */
    int nextMemo() {
        return memos++;
    }

    int memoCount() {
        return memos;
    }

    /**
     * @param keyDepth how many keys below the document all of its rules have; 0 for a complete rule
     */
    void define(Place place, Document document, int keyDepth) {
        place.hold(document);
        keyDepths.put(document, keyDepth);
        depths.put(document, place.path().size());
    }

    Document documentAt(Place place) {
        Document document = place.document();
        if (document == null) {
            throw new IllegalStateException("no rules at " + place.path());
        }
        return document;
    }

    int keyDepth(Document document) {
        return keyDepths.getOrDefault(document, 0);
    }

    /** Length of the path under {@code data} to a document. */
    int depth(Document document) {
        return depths.getOrDefault(document, 0);
    }

    /** The document of everything at and below a place without rules of its own. */
    Document packageDocument(Place place) {
        return packages.computeIfAbsent(place, p -> new PackageDocument(nextMemo(), p));
    }

    /**
     * The part of a document under {@code depth} known keys; its clauses are lowered on request.
     */
    Keyed keyed(Document document, int depth) {
        return keyed.computeIfAbsent(
                List.of(document, depth),
                _ -> {
                    Keyed part = new Keyed(document, nextMemo(), mayGroup);
                    requests.add(new KeyedRequest(document, depth, part));
                    return part;
                });
    }

    /** The next document whose keyed clauses are not lowered yet, or null. */
    @Nullable KeyedRequest nextRequest() {
        return requests.poll();
    }

    void define(Ref name, Function function, int arity) {
        functions.put(name, function);
        arities.put(name, arity);
    }

    /** The function of a name, or null when it is a builtin's or a rule's. */
    @Nullable Function function(Ref name) {
        return functions.get(name);
    }

    /** How many parameters a function or builtin has. */
    int arity(Ref name) {
        Integer arity = arities.get(name);
        return arity == null ? builtin(name.toString()).arity() : arity;
    }

    /** How many of a call's arguments are for parameters, at most. */
    int parameters(Call call) {
        boolean isRule = function(call.function()) == null && findBuiltin(call.name()) == null;
        return isRule ? 0 : arity(call.function());
    }

    Builtin builtin(String name) {
        Builtin builtin = builtins.find(name);
        if (builtin == null) {
            throw new IllegalStateException("no builtin " + name);
        }
        return builtin;
    }

    @Nullable Builtin findBuiltin(String name) {
        return builtins.find(name);
    }

    /** The number of a function that some {@code with} replaces, or null. */
    @Nullable Integer replaceable(Ref function) {
        return replaced.functions().isEmpty() ? null : replaced.function(function.toString());
    }

    /** Whether some {@code with} puts data in the place of these rules. */
    boolean isHideable(Place place) {
        return replaced.data().stream()
                .anyMatch(path ->
                        path.size() <= place.path().size()
                                && place.path().subList(0, path.size()).equals(path));
    }

    /** The numbers of the places at and below a path. */
    BitSet placesUnder(List<Value> path) {
        BitSet under = new BitSet();
        for (Place place : places) {
            if (path.size() <= place.path().size()
                    && place.path().subList(0, path.size()).equals(path)) {
                under.set(place.number());
            }
        }
        return under;
    }

    /** The keys of a reference that has nothing but constants. */
    static List<Value> constants(List<Term> keys) {
        List<Value> values = new ArrayList<>();
        for (Term key : keys) {
            Value value = Constants.of(key);
            if (value == null) {
                throw new IllegalStateException("no constant: " + key);
            }
            values.add(value);
        }
        return values;
    }

    static boolean isData(Ref ref) {
        return ref.head() instanceof Var head && head.name().equals("data");
    }
}
