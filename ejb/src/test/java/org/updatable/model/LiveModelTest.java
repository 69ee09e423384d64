package org.updatable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.updatable.change.Changed;
import org.updatable.change.Row;
import org.updatable.change.Touched;
import org.updatable.format.Form;
import org.updatable.message.Update;

@ParameterizedClass
@EnumSource
class LiveModelTest {
    private final Provider provider;
    private final EntityManagerFactory unit;
    private final LiveModel model;
    private final LiveEntity story;

    LiveModelTest(Provider provider) {
        this.provider = provider;
        unit = provider.unit("stories");
        model = LiveModels.of(unit);
        story = model.named("story").orElseThrow();
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void allBasicPropertiesAreLiveButIdVersionAndTheExcluded() {
        assertThat(story.properties().keySet()).containsExactly("price", "printed", "readers", "status", "title");
    }

    @Test
    void aVersionCanBeShownAndAnInstanceIsGivenTheOneThatItsUserHasSeenButNoNewerOne() {
        assertThat(story.property("version")).isPresent().isEqualTo(story.shownVersion());
        Story edited = new Story(7L, "A");
        edited.version = 5;
        assertThat(story.seen(edited, "6")).isFalse();
        assertThat(edited.version).isEqualTo(5);
        assertThat(story.seen(edited, "4")).isTrue();
        assertThat(edited.version).isEqualTo(4);
        assertThatThrownBy(() -> story.seen(edited, "four")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void anEntityIsFoundByItsClassAndByTheClassesBelow() {
        class Proxy extends Story {
            Proxy() {
                super(1L, "A");
            }
        }

        assertThat(model.of(Proxy.class)).contains(story);
        assertThat(model.of(String.class)).isEmpty();
    }

    @Test
    void aRowHasItsIdAsText() {
        assertThat(story.rowOf(new Story(7L, "A"))).contains(new Row("story", "7"));
        assertThat(story.rowOf(new Story(null, "A"))).isEmpty();
        assertThat(story.id().values("7")).contains(List.of(7L));
        assertThat(story.id().values("seven")).isEmpty();
    }

    @Test
    void aPropertyIsReadFromAnEntity() {
        assertThat(story.properties().get("title")).isNotNull().satisfies(title -> assertThat(
                        title.valueOf(new Story(7L, "A")))
                .isEqualTo("A"));
    }

    @Test
    void behindAProxyIsTheEntityWithWhatItsOwnClassHas() {
        Samples.Dog rex = new Samples.Dog();
        rex.trick = "Sits";
        try (EntityManager manager = unit.createEntityManager()) {
            manager.getTransaction().begin();
            manager.persist(rex);
            manager.getTransaction().commit();
        }
        LiveEntity animal = model.named("animal").orElseThrow();
        try (EntityManager manager = unit.createEntityManager()) {
            Object found = animal.behind(manager.getReference(Samples.Animal.class, rex.id));

            assertThat(animal.propertiesOf(found))
                    .extracting(property -> property.valueOf(found))
                    .containsExactly(null, "Sits");
        }
        assertThat(animal.behind(rex)).isSameAs(rex);
    }

    @ParameterizedTest
    @CsvSource({"Post, post", "OrderItem, order_item", "URLAlias, url_alias", "Iso8601Date, iso8601_date", "A, a"})
    void aNamespaceIsTheClassNameInSnakeCase(String simpleName, String namespace) {
        assertThat(LiveEntity.snakeCase(simpleName)).isEqualTo(namespace);
    }

    @Test
    void aNamespaceMayBeChosen() {
        assertThat(model.named("buyer"))
                .hasValueSatisfying(buyer -> assertThat(buyer.javaType()).isEqualTo(Samples.Customer.class));
    }

    @Test
    void ofAnEmbeddableOnlyWhatIsNotExcludedIsLive() {
        assertThat(model.named("parcel")).hasValueSatisfying(parcel -> assertThat(
                        parcel.properties().keySet())
                .containsExactly(
                        "customer", "delivery.address.city", "delivery.status", "letter", "price", "sent", "weight"));
    }

    @Test
    void whatRefersToARowIsLiveWhereItsHolderIsAndIsNotExcluded() {
        assertThat(model.named("topic")).hasValueSatisfying(topic -> {
            assertThat(topic.properties().keySet())
                    .containsExactly("alphabet", "author", "guest", "pin", "replies", "size", "tags", "title");
            assertThat(topic.beyond("replies")).containsExactly("reply");
            assertThat(topic.beyond("tags")).as("its own").isEmpty();
        });
        assertThat(model.named("basket"))
                .hasValueSatisfying(basket -> assertThat(basket.properties()).containsKey("positions"));
    }

    @Test
    void whatAReferenceLeadsToIsLiveWhereItIsThere() {
        LiveEntity topic = model.named("topic").orElseThrow();

        assertThat(topic.property("author.name")).isPresent();
        assertThat(topic.property("author.greeting")).isPresent();
        assertThat(topic.property("author.sponsor")).isPresent();
        assertThat(topic.property("pin.colour")).isPresent();
        assertThat(topic.propertiesAt("author.card"))
                .extracting(LiveProperty::name)
                .containsExactly("author.banned");
        assertThat(topic.beyond("author.name")).containsExactlyInAnyOrder("topic", "member");
        for (String none : List.of("author.mail", "author.sponsor.name", "guest.name", "replies.text", "tags.name"))
            assertThat(topic.property(none)).as(none).isEmpty();
    }

    @Test
    void aReferenceLeadsToWhatItsEntityShowsAndToNothingWhereItIsNull() {
        Forum.Topic topic = new Forum.Topic();
        LiveEntity live = model.named("topic").orElseThrow();

        assertThat(live.says(topic, "author.name", Form.PLAIN)).containsExactly(Update.value("author.name", null));
        topic.author = new Forum.Member();
        topic.author.name = "Ada";
        topic.author.banned = true;
        assertThat(live.says(topic, "author.name", Form.PLAIN)).containsExactly(Update.value("author.name", "Ada"));
        assertThat(live.says(topic, "author.card", Form.PLAIN))
                .containsExactly(Update.toggleClass("author.card", "banned", true));
    }

    @Test
    void whatTakesItsValueFromOtherRowsMayDifferWithThose() {
        Row member = new Row("member", "7");
        Row reply = new Row("reply", "3");

        assertThat(model.dependents(List.of(new Changed(member, "name", "Ada"))))
                .containsExactlyInAnyOrder(
                        new Touched("topic", Set.of(), Set.of("author.name")),
                        new Touched("member", Set.of(), Set.of("sponsor.name")));
        assertThat(model.dependents(
                        List.of(new Changed(new Row("topic", "1"), "author", 7), Touched.row(reply, "topic"))))
                .filteredOn(touched -> touched.namespace().equals("topic"))
                .satisfiesExactlyInAnyOrder(
                        own -> assertThat(own.properties()).contains("author.name", "author.banned"),
                        others -> assertThat(others.properties())
                                .contains(
                                        "author.topics",
                                        "author.greeting",
                                        "replies",
                                        "alphabet",
                                        "size",
                                        "praisedIn"));
        assertThat(model.dependents(List.of(new Changed(new Row("topic", "1"), "author", 7))))
                .filteredOn(touched -> touched.properties().contains("author.name"))
                .extracting(Touched::ids)
                .containsExactly(Set.of("1"));
        assertThat(model.dependents(List.of(new Changed(reply, "text", "B"))))
                .as("its order")
                .contains(new Touched("topic", Set.of(), Set.of("alphabet", "size", "praisedIn")))
                .allSatisfy(touched -> assertThat(touched.properties()).doesNotContain("replies", "topic.replies"));
        assertThat(model.dependents(List.of(new Changed(new Row("story", "1"), "title", "A"))))
                .as("its version")
                .containsExactly(new Touched("story", Set.of("1"), Set.of("version")));
    }

    @Test
    void aHierarchyIsLiveAsOneEntityWithThePropertiesOfAllItsClasses() {
        assertThat(model.of(Samples.Dog.class)).isEqualTo(model.named("animal"));
        assertThat(model.named("animal"))
                .hasValueSatisfying(
                        animal -> assertThat(animal.properties().keySet()).containsExactly("name", "trick"));
        assertThat(model.named("dog")).isEmpty();
    }

    @Test
    void aPropertySaysWhatItsAnnotationsSayOrElseItsText() {
        LiveEntity notice = model.named("notice").orElseThrow();

        assertThat(said(notice, "title", "A")).containsExactly(Update.value("title", "A"));
        assertThat(said(notice, "hidden", true))
                .containsExactly(
                        Update.toggleClass("main-div", "hidden", true), Update.toggleClass("hidden", "struck", true));
        assertThat(said(notice, "image", "a.png")).containsExactly(Update.attribute("image", "src", "a.png"));
        assertThat(said(notice, "status", "urgent")).as("its method says it").isEmpty();
        assertThat(notice.contexts().keySet()).containsExactly("mine", "readBy");
        assertThat(notice.properties().keySet()).doesNotContain("mine", "readBy");
    }

    private static List<Update> said(LiveEntity entity, String property, Object value) {
        return Objects.requireNonNull(entity.properties().get(property)).sayings().stream()
                .map(saying -> saying.update(saying.path(), value))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "1, true", "0, false", "x, true", "'', false"})
    void aClassIsThereForWhatIsTruthy(String value, boolean expected) {
        Object plain = value.matches("\\d")
                ? Integer.valueOf(value)
                : value.matches("true|false") ? Boolean.valueOf(value) : (Object) value;

        assertThat(Saying.isTruthy(plain)).isEqualTo(expected);
        assertThat(Saying.isTruthy(null)).isFalse();
    }

    @Test
    void anIdIsWrittenAndReadBack() {
        Samples.SeatId id = new Samples.SeatId();
        id.line = "A-1,B";
        id.number = 7;
        LiveEntity seat = model.named("seat").orElseThrow();

        Row row = seat.row(id);

        assertThat(seat.id().values(row.id())).contains(List.of("A-1,B", 7));
        assertThat(seat.id().values("A-1")).isEmpty();
        assertThat(seat.id().values("A-1,seven")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-buyers | org.updatable.model.Mistakes$Buyer and org.updatable.model.Samples$Customer"
                        + " would both be called \"buyer\". Give one of them another @Updatable(namespace).",
                "live-below-a-dead-root | org.updatable.model.Mistakes$Below is @Updatable, but the root of its hierarchy"
                        + " is not. Write @Updatable on org.updatable.model.Mistakes$Root.",
                "odd-name | org.updatable.model.Mistakes$OddName cannot be called \"Odd-Name\"."
                        + " A namespace is lower case letters, digits and _, at most 63 of them:"
                        + " choose one with @Updatable(namespace).",
                "odd-class | org.updatable.model.Mistakes$Odd$Class cannot be called \"odd$class\"."
                        + " A namespace is lower case letters, digits and _, at most 63 of them:"
                        + " choose one with @Updatable(namespace).",
                "odd-toggle | hidden of org.updatable.model.Mistakes$OddToggle: \"two classes\" is not one CSS class.",
                "odd-attribute | script of org.updatable.model.Mistakes$OddAttribute: The attribute \"onclick\" cannot be"
                        + " updated: it is none, or one that a browser would run.",
                "odd-updates | java.util.List org.updatable.model.Mistakes$OddUpdates.updates() says updates of \"titel\","
                        + " which is no live property. Live are: .",
                "odd-answer | java.lang.String org.updatable.model.Mistakes$OddAnswer.updates() cannot say updates."
                        + " A method with @UpdatesWith takes nothing, and answers an org.updatable.message.Update or a"
                        + " collection of them.",
                "odd-context | public boolean org.updatable.model.Mistakes$OddContext.isLikedOn(java.time.LocalDate)"
                        + " cannot be live. A live method takes nothing, or one context: a java.security.Principal, a"
                        + " text, a whole number, a UUID or an enum.",
                "odd-id | org.updatable.model.Mistakes$OddId cannot be live: its id holds a java.time.LocalDate."
                        + " Ids are text, whole numbers, UUIDs and enums."
            })
    void aMistakeFailsTheStartAndSaysWhatToDo(String unitName, String message) {
        try (EntityManagerFactory mistaken = provider.unit(unitName)) {
            assertThatThrownBy(() -> LiveModels.of(mistaken))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void aClassInTwoUnitsFailsTheStart() {
        try (EntityManagerFactory other = provider.unit("stories")) {
            assertThatThrownBy(() -> LiveModels.of(unit, other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is in two persistence units");
        }
    }
}
