package org.updatable.it.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What was measured of one way to tell many, once in each round.
 *
 * @param name of it, for people
 * @param all in the order of the rounds
 */
record Turns(String name, List<Turn> all) {

    /**
     * What was measured in one round.
     *
     * @param micros that the server's process has worked
     * @param changes that were made
     * @param offered how many updates that is for all receivers together
     * @param frames that came
     * @param updates in them
     * @param delays of each change, or of many that were made at once
     */
    record Turn(double micros, int changes, long offered, long frames, long updates, List<Delay> delays) {}

    /**
     * How long it took until many were told, in nanoseconds.
     *
     * @param first from the beginning until the first of them was
     * @param last until the last of them was
     */
    record Delay(long first, long last) {}

    /** What one update costs. */
    Costs perUpdate() {
        return new Costs(
                all.stream().map(turn -> turn.micros() / turn.offered()).toList());
    }

    /** What one change costs. */
    Costs perChange() {
        return new Costs(
                all.stream().map(turn -> turn.micros() / turn.changes()).toList());
    }

    /** What one update costs beside what its change costs in the same round when nobody is told. */
    Costs perUpdateWithout(Turns alone) {
        List<Double> commit = alone.perChange().micros();
        return new Costs(IntStream.range(0, commit.size())
                .mapToObj(round -> {
                    Turn turn = all.get(round);
                    return (turn.micros() - commit.get(round) * turn.changes()) / turn.offered();
                })
                .toList());
    }

    /** The delay than which this part of all is shorter, in milliseconds. */
    String millis(double part, ToLongFunction<Delay> of) {
        long[] sorted = all.stream()
                .flatMap(turn -> turn.delays().stream())
                .mapToLong(of)
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.2f", sorted[(int) (sorted.length * part)] / 1e6);
    }

    /** How many frames came to each of so many for each of so many. */
    double framesFor(int receivers, double changes) {
        return all.stream().mapToLong(Turn::frames).sum() / (double) all.size() / receivers / changes;
    }

    /** How many updates came to each. */
    double updatesFor(int receivers, double changes) {
        return all.stream().mapToLong(Turn::updates).sum() / (double) all.size() / receivers / changes;
    }

    /**
     * What something costs the server in each round.
     *
     * @param micros of its processors
     */
    record Costs(List<Double> micros) {

        double median() {
            return micros.stream().sorted().toList().get(micros.size() / 2);
        }

        String range() {
            return text(Collections.min(micros)) + " - " + text(Collections.max(micros));
        }

        /** How many times another one's. */
        String times(Costs other) {
            return String.format(Locale.ROOT, "%.2f", median() / other.median());
        }

        @Override
        public String toString() {
            return text(median());
        }

        private static String text(double micros) {
            return String.format(Locale.ROOT, micros < 1 ? "%.3f" : micros < 100 ? "%.2f" : "%.0f", micros);
        }
    }
}
