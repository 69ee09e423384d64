package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Samples.Shelf;

/** How a change source tells references and collections. */
abstract class ReferencesContract extends ObservedUnit {

    ReferencesContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Test
    void aReferenceIsToldByItsId() {
        UUID id = parcel();
        Customer customer = new Customer();
        customer.id = "c-1";
        inTransaction(manager -> manager.persist(customer));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Parcel.class, id).customer = manager.getReference(Customer.class, "c-1"));
        inTransaction(manager -> manager.find(Parcel.class, id).customer = null);

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(parcelRow(id), "customer", "c-1")),
                        List.of(new Changed(parcelRow(id), "customer", null)));
    }

    @Test
    void aReferenceBackAtItsFirstTargetIsNoChange() {
        UUID id = parcel();
        Customer customer = new Customer();
        customer.id = "c-2";
        inTransaction(manager -> {
            manager.persist(customer);
            manager.find(Parcel.class, id).customer = customer;
        });
        recording.commits.clear();
        inTransaction(manager -> {
            Parcel parcel = manager.find(Parcel.class, id);
            parcel.customer = null;
            manager.flush();
            parcel.customer = manager.find(Customer.class, "c-2");
        });

        assertThat(recording.commits).isEmpty();
    }

    @Test
    void aCollectionOfValuesIsToldAsOneText() {
        inTransaction(manager -> manager.persist(new Book()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.addAll(Set.of("ships", "harbours")));
        inTransaction(manager -> manager.find(Book.class, 1L).chapters.addAll(List.of("The sea", "The land")));
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.remove("ships"));

        Row row = new Row("book", "1");
        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(row, "subjects", "harbours, ships")),
                        List.of(new Changed(row, "chapters", "The sea, The land")),
                        List.of(new Changed(row, "subjects", "harbours")));
    }

    @Test
    void aCollectionThatDoesNotReferToTheIdIsToldOrRead() {
        inTransaction(manager -> manager.persist(new Shelf()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Shelf.class, "a").labels.add("Novels"));

        assertThat(onlyCommit())
                .containsAnyOf(new Changed(new Row("shelf", "a"), "labels", "Novels"), Touched.all("shelf"));
    }
}
