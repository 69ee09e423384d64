package org.updatable.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updatable.change.Changed;
import org.updatable.change.Fact;
import org.updatable.change.Row;
import org.updatable.model.Samples.Animal;
import org.updatable.model.Samples.Book;
import org.updatable.model.Samples.Car;
import org.updatable.model.Samples.Cat;
import org.updatable.model.Samples.Circle;
import org.updatable.model.Samples.Dog;
import org.updatable.model.Samples.Letter;
import org.updatable.model.Samples.Shape;
import org.updatable.model.Samples.Vehicle;

/** How a change source tells entities of several classes, or of several tables. */
abstract class HierarchiesContract extends ObservedUnit {

    HierarchiesContract(ChangeSourceContract provider) {
        super(provider);
    }

    @Test
    void aSubclassIsToldUnderTheNameOfItsRoot() {
        Dog dog = new Dog();
        Car car = new Car();
        Circle circle = new Circle();
        for (Object one : List.of(dog, car, circle)) inTransaction(manager -> manager.persist(one));
        recording.commits.clear();
        inTransaction(manager -> {
            Dog found = (Dog) manager.find(Animal.class, 1L);
            found.name = "Rex";
            found.trick = "rolls";
        });
        inTransaction(manager -> {
            Car found = (Car) manager.find(Vehicle.class, 1L);
            found.name = "Bus";
            found.trick = "jumps";
        });
        inTransaction(manager -> {
            Circle found = (Circle) manager.find(Shape.class, 1L);
            found.name = "O";
            found.trick = "turns";
        });

        assertThat(recording.commits)
                .containsExactly(
                        changed(new Row("animal", "1"), "Rex", "rolls"),
                        changed(new Row("vehicle", "1"), "Bus", "jumps"),
                        changed(new Row("shape", "1"), "O", "turns"));
    }

    @Test
    void siblingsThatDeclareAPropertyOfOneNameAreBothTold() {
        Cat cat = new Cat();
        cat.id = 2;
        for (Object one : List.of(new Dog(), cat)) inTransaction(manager -> manager.persist(one));
        recording.commits.clear();
        inTransaction(manager -> manager.find(Dog.class, 1L).trick = "rolls");
        inTransaction(manager -> manager.find(Cat.class, 2L).trick = "sleeps");

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(new Row("animal", "1"), "trick", "rolls")),
                        List.of(new Changed(new Row("animal", "2"), "trick", "sleeps")));
    }

    @Test
    void whatAMappedSuperclassOrASecondaryTableHoldsIsTold() {
        inTransaction(manager -> {
            manager.persist(new Letter());
            manager.persist(new Book());
        });
        recording.commits.clear();
        inTransaction(manager -> manager.find(Letter.class, 1L).signature = "Ada");
        inTransaction(manager -> manager.find(Book.class, 1L).colour = "green");

        assertThat(recording.commits)
                .containsExactly(
                        List.of(new Changed(new Row("letter", "1"), "signature", "Ada")),
                        List.of(new Changed(new Row("book", "1"), "colour", "green")));
    }

    private static List<Fact> changed(Row row, String name, String trick) {
        return List.of(new Changed(row, "name", name), new Changed(row, "trick", trick));
    }
}
