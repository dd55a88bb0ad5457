package io.hushgate.rego.eval.lower;

import io.hushgate.rego.ast.Ref;
import io.hushgate.rego.ast.Term;
import io.hushgate.rego.ast.Var;
import io.hushgate.rego.eval.Check;
import io.hushgate.rego.eval.Thunk;
import io.hushgate.rego.eval.body.Scan;
import io.hushgate.rego.eval.body.ScanPlaces;
import io.hushgate.rego.eval.document.Document;
import io.hushgate.rego.eval.document.Place;
import io.hushgate.rego.eval.term.BaseData;
import io.hushgate.rego.eval.term.DocumentValue;
import io.hushgate.rego.eval.term.Get;
import io.hushgate.rego.eval.term.GetField;
import io.hushgate.rego.eval.term.GetStored;
import io.hushgate.rego.eval.term.Hideable;
import io.hushgate.rego.eval.term.InputDocument;
import io.hushgate.rego.eval.term.KeyedValue;
import io.hushgate.rego.eval.term.Slot;
import io.hushgate.rego.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers references. A key that is known becomes a look-up, one that is not a scan in the chain;
 * where the path meets rules is found out here, as far as keys are constants.
 */
final class RefLowering {
    private final TermLowering terms;
    private final Definitions definitions;

    RefLowering(TermLowering terms, Definitions definitions) {
        this.terms = terms;
        this.definitions = definitions;
    }

    Thunk thunk(Ref ref, Env env) {
        if (ref.head() instanceof Var head && head.isRootDocument()) {
            return head.name().equals("input")
                    ? path(new InputDocument(), ref.path(), env)
                    : data(ref.path(), env);
        }
        return path(terms.thunk(ref.head(), env), ref.path(), env);
    }

    /** Looks up or scans key after key in a value. */
    private Thunk path(Thunk from, List<Term> keys, Env env) {
        Thunk value = from;
        for (Term key : keys) {
            Value constant = Constants.of(key);
            if (constant != null) {
                value = new GetField(value, constant);
            } else if (Unification.isReadable(key, env)) {
                value = new Get(value, terms.thunk(key, env));
            } else {
                value = scan(value, key, env);
            }
        }
        return value;
    }

    /** The same for a value of base data. */
    private Thunk stored(Thunk from, List<Term> keys, Env env) {
        Thunk value = from;
        for (Term key : keys) {
            value =
                    Unification.isReadable(key, env)
                            ? new GetStored(value, terms.thunk(key, env))
                            : scan(value, key, env);
        }
        return value;
    }

    private Thunk scan(Thunk collection, Term key, Env env) {
        int valueSlot = env.fresh();
        if (key instanceof Var variable) {
            env.add(new Scan(collection, env.bind(variable), valueSlot));
        } else {
            int keySlot = env.fresh();
            env.add(new Scan(collection, keySlot, valueSlot));
            terms.unification().match(key, new Slot(keySlot), env);
        }
        return new Slot(valueSlot);
    }

    private Thunk data(List<Term> keys, Env env) {
        Place place = definitions.root();
        for (int i = 0; i < keys.size(); i++) {
            if (place.document() != null) {
                return document(place, keys.subList(i, keys.size()), env);
            }
            Value key = Constants.of(keys.get(i));
            if (key == null) {
                return places(place, keys.subList(i, keys.size()), env);
            }
            Place child = place.child(key);
            if (child == null) {
                return base(keys, i + 1, env);
            }
            place = child;
        }
        if (place.document() != null) {
            return document(place, List.of(), env);
        }
        return place.isFunction()
                ? base(keys, keys.size(), env)
                : new DocumentValue(definitions.packageDocument(place));
    }

    /** No rules at or below the first {@code known} keys: what follows is base data. */
    private Thunk base(List<Term> keys, int known, Env env) {
        List<Value> constants = new ArrayList<>();
        for (Term key : keys) {
            Value constant = Constants.of(key);
            if (constant == null) {
                break;
            }
            constants.add(constant);
        }
        assert constants.size() >= known;
        return stored(new BaseData(constants), keys.subList(constants.size(), keys.size()), env);
    }

    private Thunk document(Place place, List<Term> keys, Env env) {
        Document document = definitions.documentAt(place);
        int depth = Math.min(knownKeys(keys, env), definitions.keyDepth(document));
        if (depth == 0) {
            return path(hideable(place, new DocumentValue(document), List.of(), env), keys, env);
        }
        List<Term> known = keys.subList(0, depth);
        Thunk part = new KeyedValue(definitions.keyed(document, depth), terms.thunks(known, env));
        return path(hideable(place, part, known, env), keys.subList(depth, keys.size()), env);
    }

    private Thunk hideable(Place place, Thunk rules, List<Term> keys, Env env) {
        return definitions.isHideable(place)
                ? new Hideable(place.number(), rules, stored(new BaseData(place.path()), keys, env))
                : rules;
    }

    private static int knownKeys(List<Term> keys, Env env) {
        int known = 0;
        while (known < keys.size() && Unification.isReadable(keys.get(known), env)) {
            known++;
        }
        return known;
    }

    /** A key that is no constant where packages or rules have their names. */
    private Thunk places(Place start, List<Term> keys, Env env) {
        List<ScanPlaces.Part> parts = new ArrayList<>();
        for (Term key : keys) {
            parts.add(part(key, env));
        }
        int valueSlot = env.fresh();
        env.add(new ScanPlaces(start, parts, valueSlot));
        return new Slot(valueSlot);
    }

    private ScanPlaces.Part part(Term key, Env env) {
        if (Unification.isReadable(key, env)) {
            return new ScanPlaces.Part(terms.thunk(key, env), Scan.UNUSED, List.of());
        }
        if (key instanceof Var variable) {
            return new ScanPlaces.Part(null, env.bind(variable), List.of());
        }
        int keySlot = env.fresh();
        Env pattern = env.part();
        terms.unification().match(key, new Slot(keySlot), pattern);
        List<Check> checks = pattern.chain().checks();
        return new ScanPlaces.Part(null, keySlot, checks);
    }
}
