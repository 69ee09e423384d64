package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.model.Forum.Reply;
import org.updatable.model.Forum.Tag;
import org.updatable.model.Forum.Topic;
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

    /** Others may have written a part of it. */
    @Test
    void aCollectionOfValuesIsReadAfterTheCommit() {
        inTransaction(manager -> manager.persist(new Book()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.addAll(Set.of("ships", "harbours")));
        inTransaction(manager -> manager.find(Book.class, 1L).chapters.addAll(List.of("The sea", "The land")));
        inTransaction(manager -> manager.find(Book.class, 1L).subjects.remove("ships"));

        assertThat(recording.commits)
                .map(facts -> facts.stream().filter(Touched.class::isInstance).toList())
                .containsExactly(
                        List.of(new Touched("book", Set.of("1"), Set.of("subjects"))),
                        List.of(new Touched("book", Set.of("1"), Set.of("chapters"))),
                        List.of(new Touched("book", Set.of("1"), Set.of("subjects"))));
    }

    @Test
    void aCollectionThatDoesNotReferToTheIdIsRead() {
        inTransaction(manager -> manager.persist(new Shelf()));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Shelf.class, "a").labels.add("Novels"));

        assertThat(onlyCommit())
                .containsAnyOf(new Touched("shelf", Set.of("a"), Set.of("labels")), Touched.all("shelf"));
    }

    @Test
    void whatRefersToARowIsNoChangeOfIt() {
        inTransaction(manager -> manager.persist(new Topic()));
        recording.commits.clear();
        recording.events.clear();
        unit.getCache().evictAll();
        inTransaction(manager -> {
            Topic topic = manager.find(Topic.class, 1L);
            Reply reply = new Reply();
            reply.topic = topic;
            topic.replies.add(reply);
            manager.persist(reply);
        });
        inTransaction(manager -> manager.find(Reply.class, 1L).topic = null);
        inTransaction(manager -> manager.remove(manager.find(Reply.class, 1L)));

        Row reply = new Row("reply", "1");
        assertThat(recording.commits).hasSize(3);
        assertThat(recording.commits.get(0))
                .contains(new Changed(reply, "text", null), new Changed(reply, "topic", 1L))
                .as("a provider may say that the row was updated, and then a getter may differ")
                .noneMatch(fact -> fact.toString().contains("replies"));
        assertThat(recording.commits.get(1)).containsExactly(new Changed(reply, "topic", null));
        assertThat(recording.commits.get(2)).containsExactly(Touched.row(reply));
        assertThat(recording.events).noneMatch(event -> event.fields().contains("replies"));
    }

    /** It may have been there before, and have been shown. */
    @Test
    void whatRefersToANewRowIsReadAndIsNoneOfItsFields() {
        inTransaction(manager -> manager.persist(new Topic()));

        assertThat(read()).contains("replies", "alphabet", "pin", "praisedIn", "size");
        assertThat(recording.events).singleElement().satisfies(event -> assertThat(event.fields())
                .containsExactlyInAnyOrder("author", "guest", "size", "tags", "title"));
    }

    @Test
    void whatNobodyHasLoadedOfThemStaysSo() {
        inTransaction(manager -> manager.persist(new Topic()));
        unit.getCache().evictAll();
        recording.commits.clear();
        inTransaction(manager -> {
            Topic topic = manager.find(Topic.class, 1L);
            topic.title = "A";
            Reply reply = new Reply();
            reply.topic = topic;
            manager.persist(reply);
            manager.flush();
            for (String unloaded : List.of("replies", "alphabet"))
                assertThat(unit.getPersistenceUnitUtil().isLoaded(topic, unloaded))
                        .as(unloaded)
                        .isFalse();
        });

        assertThat(onlyCommit()).contains(new Changed(new Row("topic", "1"), "title", "A"));
    }

    /** Its one field is another row's. */
    @Test
    void aNewRowWithoutFieldsIsTold() {
        Tag tag = new Tag();
        tag.id = "a";
        inTransaction(manager -> manager.persist(tag));

        assertThat(onlyCommit()).containsExactly(Touched.row(new Row("tag", "a")));
    }
}
