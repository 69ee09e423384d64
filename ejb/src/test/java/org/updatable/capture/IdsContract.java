package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.updatable.EntityChanged;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.model.Samples.Booking;
import org.updatable.model.Samples.Seat;
import org.updatable.model.Samples.SeatId;

/** How a change source tells ids of several values. */
abstract class IdsContract extends ObservedUnit {

    IdsContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Test
    void anEmbeddedIdIsOneStableText() {
        SeatId id = new SeatId();
        id.line = "A-1,B";
        id.number = 7;
        Seat seat = new Seat();
        seat.id = id;
        inTransaction(manager -> manager.persist(seat));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Seat.class, id).guest = "Ada");

        assertThat(onlyCommit()).containsExactly(new Changed(new Row("seat", "A-1%2CB,7"), "guest", "Ada"));
        assertThat(recording.events).last().extracting(EntityChanged::id).isEqualTo(id);
    }

    @Test
    void anIdClassIsOneStableText() {
        Booking booking = new Booking();
        booking.train = 12;
        booking.passenger = "Ada";
        inTransaction(manager -> manager.persist(booking));
        recording.commits.clear();
        inTransaction(manager -> manager.merge(booking).coach = "3");

        assertThat(onlyCommit()).containsExactly(new Changed(new Row("booking", "Ada,12"), "coach", "3"));
    }
}
