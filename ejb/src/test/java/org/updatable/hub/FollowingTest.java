package org.updatable.hub;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.updatable.EntityChanged.Kind;
import org.updatable.backplane.InFlight;
import org.updatable.backplane.LocalBackplane;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.RecordingCapture;
import org.updatable.capture.eclipselink.EclipseLinkChangeSource;
import org.updatable.capture.hibernate.HibernateChangeSource;
import org.updatable.change.Commit;
import org.updatable.change.Row;
import org.updatable.change.RowEvent;
import org.updatable.change.Touched;
import org.updatable.counters.Counters;
import org.updatable.format.Form;
import org.updatable.message.Digest;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.message.Wire;
import org.updatable.model.Forum;
import org.updatable.model.Forum.Member;
import org.updatable.model.Forum.Pin;
import org.updatable.model.Forum.Reply;
import org.updatable.model.Forum.Tag;
import org.updatable.model.Forum.Topic;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveModels;
import org.updatable.model.Provider;
import org.updatable.model.Story;
import org.updatable.present.Present;
import org.updatable.present.Presents;

/** From a transaction to who watches, with everything between: what takes its value from two rows follows both. */
@ParameterizedClass
@EnumSource
class FollowingTest implements Connection {
    private final EntityManagerFactory unit;
    private final LiveModel model;
    private final Hub hub;
    private final Provider provider;
    private final Actors actors = new Actors();
    private final List<List<String>> told = new ArrayList<>();

    FollowingTest(Provider provider) {
        this.provider = provider;
        unit = provider.unit("stories");
        model = LiveModels.of(unit);
        Present present = Presents.of(model);
        hub = new Hub(new Rows(present, new InFlight(), actors), present::updates, Runnable::run, 1000, new Counters());
        LocalBackplane backplane = new LocalBackplane();
        backplane.subscribe(hub::accept);
        ChangeSource source =
                provider == Provider.HIBERNATE ? new HibernateChangeSource() : new EclipseLinkChangeSource();
        source.observe(unit, model.entities(), new RecordingCapture(backplane).capture);
        hub.opened(this);
    }

    @BeforeEach
    void aTopicIsThere() {
        inTransaction(manager -> {
            for (long id = 1; id <= 2; id++) {
                Member member = new Member();
                member.id = id;
                member.name = "Member " + id;
                manager.persist(member);
                Topic topic = new Topic();
                topic.id = id;
                topic.author = member;
                manager.persist(topic);
            }
        });
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void whoseNameIsShownIsFollowedAndSoIsTheReference() {
        joins("topic-1-author.name", "topic-2-author.name", "topic-2-title");

        inTransaction(manager -> manager.find(Member.class, 1L).name = "Ada");
        inTransaction(manager -> manager.find(Topic.class, 1L).author = manager.getReference(Member.class, 2L));
        inTransaction(manager -> manager.find(Topic.class, 1L).author = null);
        inTransaction(manager -> manager.find(Member.class, 1L).name = "Eve");

        assertThat(told)
                .containsExactly(
                        List.of(update("topic-1-author.name", "Ada")),
                        List.of(update("topic-1-author.name", "Member 2")),
                        List.of(update("topic-1-author.name", null)));
    }

    @Test
    void bothInOneTransactionAreToldInOneStep() {
        joins("topic-1-title", "topic-1-author.name", "member-2-name");

        inTransaction(manager -> {
            manager.find(Topic.class, 1L).author = manager.find(Member.class, 2L);
            manager.find(Topic.class, 1L).title = "A";
            manager.find(Member.class, 2L).name = "Bob";
        });

        assertThat(told).singleElement().satisfies(commit -> assertThat(commit)
                .containsExactlyInAnyOrder(
                        update("topic-1-title", "A"),
                        update("topic-1-author.name", "Bob"),
                        update("member-2-name", "Bob")));
    }

    @Test
    void theVersionOfARowIsToldTogetherWithWhatHasChangedAndWithWhoHasDoneIt() {
        inTransaction(manager -> manager.persist(new Story(1L, "A")));
        joins("story-1-title", "story-1-version");
        hub.announce(this, "story-1-@actor", Instant.MAX);
        hub.catchUp(new Joining(this, Map.of("story-1-@actor", ""), 1));
        told.clear();
        actors.remember(new Commit(
                List.of(),
                Map.of(),
                0,
                List.of(new RowEvent(new Row("story", "1"), Kind.UPDATED, Set.of("title"))),
                List.of(),
                "ann"));

        inTransaction(manager -> manager.find(Story.class, 1L).title = "B");

        assertThat(told).singleElement().satisfies(commit -> assertThat(commit)
                .containsExactlyInAnyOrder(
                        update("story-1-title", "B"),
                        update("story-1-version", provider == Provider.HIBERNATE ? 1 : 2),
                        update("story-1-@actor", "ann")));
    }

    @Test
    void itIsShownInTheFormInWhichItIsWatched() {
        joins(
                "topic-1-author.fee~currency;currencyCode=EUR;locale=de",
                "topic-1-author.card",
                "topic-1-author.greeting");

        inTransaction(manager -> {
            manager.find(Member.class, 1L).fee = new BigDecimal("1234.5");
            manager.find(Member.class, 1L).banned = true;
        });

        assertThat(told).singleElement().satisfies(commit -> assertThat(commit)
                .containsExactlyInAnyOrder(
                        update("topic-1-author.fee~currency;currencyCode=EUR;locale=de", "1.234,50\u00a0\u20ac"),
                        Wire.write(Update.toggleClass("topic-1-author.card", "banned", true))));
    }

    @Test
    void childrenThatComeMoveAndGoAreFollowedByBothParents() {
        joins("topic-1-replies", "topic-2-replies", "topic-1-size", "topic-2-size");

        inTransaction(manager -> {
            Reply reply = new Reply();
            reply.topic = manager.find(Topic.class, 1L);
            manager.persist(reply);
        });
        inTransaction(manager -> manager.find(Reply.class, 1L).topic = manager.find(Topic.class, 2L));
        inTransaction(manager -> manager.remove(manager.find(Reply.class, 1L)));

        assertThat(told).hasSize(3);
        assertThat(told.get(0)).containsExactlyInAnyOrder(update("topic-1-replies", "1"), update("topic-1-size", 1));
        assertThat(told.get(1))
                .containsExactlyInAnyOrder(
                        update("topic-1-replies", ""),
                        update("topic-1-size", 0),
                        update("topic-2-replies", "1"),
                        update("topic-2-size", 1));
        assertThat(told.get(2)).containsExactlyInAnyOrder(update("topic-2-replies", ""), update("topic-2-size", 0));
    }

    @Test
    void whatAMethodMakesOfTheChildrenIsFollowed() {
        inTransaction(manager -> {
            Reply reply = new Reply();
            reply.topic = manager.find(Topic.class, 1L);
            manager.persist(reply);
        });
        joins("topic-1-praisedIn.great", "topic-2-praisedIn.great", "topic-1-size");

        inTransaction(manager -> manager.find(Reply.class, 1L).text = "great");

        assertThat(told).containsExactly(List.of(update("topic-1-praisedIn.great", true)));
    }

    @Test
    void anOrderOfTheChildrenIsFollowed() {
        inTransaction(manager -> {
            for (long id = 1; id <= 2; id++) {
                Reply reply = new Reply();
                reply.id = id;
                reply.text = "text " + id;
                reply.topic = manager.find(Topic.class, 1L);
                manager.persist(reply);
            }
        });
        joins("topic-1-alphabet", "topic-1-replies");

        inTransaction(manager -> manager.find(Reply.class, 1L).text = "z");

        assertThat(told).containsExactly(List.of(update("topic-1-alphabet", "2, 1")));
    }

    @Test
    void theOtherSidesOfManyToManyAndOneToOneAreFollowed() {
        inTransaction(manager -> {
            Tag tag = new Tag();
            tag.id = "a";
            manager.persist(tag);
        });
        joins("tag-a-topics", "topic-1-pin", "topic-1-pin.colour");

        inTransaction(manager -> manager.find(Topic.class, 1L).tags.add(manager.find(Tag.class, "a")));
        inTransaction(manager -> {
            Pin pin = new Pin();
            pin.id = 3;
            pin.colour = "red";
            pin.topic = manager.find(Topic.class, 1L);
            manager.persist(pin);
        });
        inTransaction(manager -> manager.find(Pin.class, 3L).colour = "blue");
        inTransaction(manager -> {
            manager.find(Topic.class, 1L).pin = null;
            manager.remove(manager.find(Pin.class, 3L));
        });
        inTransaction(manager -> manager.find(Topic.class, 1L).tags.clear());

        assertThat(told).hasSize(5);
        assertThat(told.get(0)).containsExactly(update("tag-a-topics", "1"));
        assertThat(told.get(1))
                .containsExactlyInAnyOrder(update("topic-1-pin", 3), update("topic-1-pin.colour", "red"));
        assertThat(told.get(2)).containsExactly(update("topic-1-pin.colour", "blue"));
        assertThat(told.get(3))
                .containsExactlyInAnyOrder(update("topic-1-pin", null), update("topic-1-pin.colour", null));
        assertThat(told.get(4)).containsExactly(update("tag-a-topics", ""));
    }

    @Test
    void whenNobodyKnowsWhichRowsItIsReadToo() {
        joins("topic-1-author.name");
        inTransaction(manager -> Forum.overwrite(manager, Member.class, "name", "by SQL", 1));

        hub.accept(Commit.of(List.of(Touched.all("member"))));

        assertThat(told).containsExactly(List.of(update("topic-1-author.name", "by SQL")));
    }

    @Test
    void whatWasMissedIsToldToWhoJoins() {
        hub.announce(this, "topic-1-author.name", Instant.MAX);
        hub.catchUp(new Joining(this, Map.of("topic-1-author.name", "of a page"), 1));

        assertThat(told).singleElement().satisfies(commit -> assertThat(commit)
                .startsWith(update("topic-1-author.name", "Member 1")));
    }

    /** As pages do that show what is there now. */
    private void joins(String... groups) {
        unit.getCache().evictAll(); // EclipseLink's holds collections to which nobody has added
        for (String name : groups) {
            Group group = Group.parse(name).orElseThrow();
            LiveEntity entity = model.named(group.namespace()).orElseThrow();
            EntityManager manager = unit.createEntityManager();
            Object id = entity.id().values(group.id()).orElseThrow().get(0);
            Object row = Objects.requireNonNull((Object) manager.find(entity.javaType(), id));
            Form form = Form.parse(group.format()).orElseThrow();
            String digest = Digest.of(entity.says(row, group.path(), form));
            manager.close();
            hub.announce(this, name, Instant.MAX);
            hub.catchUp(new Joining(this, Map.of(name, digest), 1));
        }
        assertThat(told).as("pages show what is there").allSatisfy(one -> assertThat(one)
                .containsExactly(Wire.ready(1)));
        told.clear();
    }

    private static String update(String group, @Nullable Object value) {
        return Wire.write(Update.value(group, value));
    }

    private void inTransaction(Consumer<EntityManager> work) {
        EntityManager manager = unit.createEntityManager();
        manager.getTransaction().begin();
        work.accept(manager);
        manager.getTransaction().commit();
        manager.close();
    }

    @Override
    public void offer(Batch batch) {
        told.add(batch.all().stream().map(Delivery::message).toList());
    }

    @Override
    public void drop(String group) {
        // nothing waits
    }
}
