package org.updatable.capture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.Notice;
import org.updatable.model.Samples.Delivery;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Story;
import org.updatable.model.Types.Bill;

/** How a change source tells values of every type, parts of embeddables, and derived properties. */
abstract class ValuesContract extends ObservedUnit {

    ValuesContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Test
    void everyBasicTypeIsToldAsAPlainValue() {
        inTransaction(manager -> {
            Story story = story(manager);
            story.readers = 3;
            story.price = new BigDecimal("10.50");
            story.printed = LocalDate.of(2026, 11, 21);
            story.status = Story.Status.PRINTED;
            story.title = null;
        });

        assertThat(onlyCommit())
                .containsExactlyInAnyOrder(
                        new Changed(STORY, "readers", 3),
                        new Changed(STORY, "price", "10.50"),
                        new Changed(STORY, "printed", "2026-11-21"),
                        new Changed(STORY, "status", "PRINTED"),
                        new Changed(STORY, "title", null));
    }

    @Test
    void aDecimalHasTheScaleOfItsColumn() {
        UUID id = parcel();
        inTransaction(manager -> manager.find(Parcel.class, id).price = new BigDecimal("7.5"));

        assertThat(onlyCommit()).containsExactly(new Changed(parcelRow(id), "price", "7.50"));
    }

    @Test
    void whatTheColumnMayHoldOtherwiseIsRead() {
        UUID id = parcel();
        inTransaction(manager -> manager.find(Parcel.class, id).weight = new BigDecimal("7.5"));
        assertThat(onlyCommit()).containsExactly(Touched.row(parcelRow(id), "weight"));

        recording.commits.clear();
        inTransaction(manager -> manager.find(Parcel.class, id).sent = LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1));
        assertThat(read()).contains("sent");

        recording.commits.clear();
        inTransaction(manager -> manager.find(Parcel.class, id).sent = LocalDateTime.of(2026, 1, 1, 0, 0, 1));
        assertThat(onlyCommit()).contains(new Changed(parcelRow(id), "sent", "2026-01-01T00:00:01"));
    }

    @Test
    void aLongTextIsToldAndAPictureIsNot() {
        UUID id = parcel();
        inTransaction(manager -> {
            manager.find(Parcel.class, id).letter = "Dear all";
            manager.find(Parcel.class, id).picture = new byte[] {1};
        });

        assertThat(onlyCommit()).containsExactly(new Changed(parcelRow(id), "letter", "Dear all"));
    }

    @Test
    void aPartOfAnEmbeddableIsToldByItsPath() {
        UUID id = parcel();
        inTransaction(manager -> {
            Delivery delivery = delivery(manager, id);
            delivery.status = "sent";
            delivery.courier = "nobody's business";
        });
        inTransaction(manager -> requireNonNull(delivery(manager, id).address).city = "Kiel");

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(parcelRow(id), "delivery.status", "sent")),
                        List.of(new Changed(parcelRow(id), "delivery.address.city", "Kiel")));
    }

    @Test
    void anEmbeddableThatIsReplacedIsToldByItsParts() {
        UUID id = parcel();
        inTransaction(manager -> manager.find(Parcel.class, id).delivery = new Delivery());

        assertThat(onlyCommit())
                .contains(new Changed(parcelRow(id), "delivery.status", null))
                .noneMatch(fact -> fact.toString().contains("courier"));
    }

    @Test
    void aDerivedPropertyIsToldWhenItsRowChanges() {
        inTransaction(manager -> manager.persist(new Bill()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Bill.class, 1L).seats = 2);

        Row bill = new Row("bill", "1");
        assertThat(onlyCommit()).contains(new Changed(bill, "seats", 2), new Changed(bill, "guests", 4));
        assertThat(read()).doesNotContain("guests");
    }

    @Test
    void whatIsExcludedIsNeverTold() {
        inTransaction(manager -> {
            story(manager).notes = "private";
            story(manager).setSource("private");
        });

        assertThat(recording.commits).isEmpty();
    }

    private static Delivery delivery(EntityManager manager, UUID id) {
        return requireNonNull(manager.find(Parcel.class, id).delivery);
    }

    @Test
    void whatAMethodSaysIsReadAfterTheCommit() {
        inTransaction(manager -> manager.persist(new Notice()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Notice.class, 1L).status = "urgent");

        assertThat(onlyCommit()).hasSize(1);
        assertThat(read()).contains("mine", "readBy", "status");
    }

    @Test
    void whateverChangesARowMayChangeWhatItIsForAUser() {
        inTransaction(manager -> manager.persist(new Notice()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Notice.class, 1L).title = "A");

        assertThat(onlyCommit()).hasSize(2).contains(new Changed(new Row("notice", "1"), "title", "A"));
        assertThat(read()).contains("mine", "readBy");
    }
}
