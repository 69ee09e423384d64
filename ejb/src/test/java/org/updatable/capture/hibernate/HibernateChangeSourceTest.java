package org.updatable.capture.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Hibernate;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.updatable.capture.ChangeSource;
import org.updatable.capture.ChangeSourceContract;
import org.updatable.capture.ObservedUnit;
import org.updatable.change.Changed;
import org.updatable.change.Touched;
import org.updatable.model.Provider;
import org.updatable.model.Samples.Customer;
import org.updatable.model.Samples.Parcel;
import org.updatable.model.Story;

class HibernateChangeSourceTest extends ChangeSourceContract {

    @Override
    protected ChangeSource source() {
        return new HibernateChangeSource();
    }

    @Override
    protected Provider provider() {
        return Provider.HIBERNATE;
    }

    /** What no other provider has. */
    @Nested
    class Traits extends ObservedUnit {
        Traits() {
            super(HibernateChangeSourceTest.this);
        }

        @Test
        void aProxyIsToldByItsIdAndStaysUninitialised() {
            UUID id = parcel();
            Customer customer = new Customer();
            customer.id = "c-1";
            inTransaction(manager -> manager.persist(customer));
            recording.commits.clear();
            inTransaction(manager -> {
                Customer proxy = manager.getReference(Customer.class, "c-1");
                manager.find(Parcel.class, id).customer = proxy;
                manager.flush();
                assertThat(Hibernate.isInitialized(proxy)).isFalse();
            });

            assertThat(onlyCommit()).containsExactly(new Changed(parcelRow(id), "customer", "c-1"));
        }

        /** It does not say what transaction it has, and so when that commits. */
        @Test
        void whatAStatelessSessionWritesIsReadNowAndLater() {
            Touched stories = new Touched("story", Set.of());
            for (Consumer<StatelessSession> work : List.<Consumer<StatelessSession>>of(
                    session -> session.insert(new Story(2L, "New")),
                    session -> session.update(new Story(1L, "B")),
                    session -> session.upsert(new Story(1L, "C")),
                    session -> session.delete(session.get(Story.class, 1L)))) {
                recording.commits.clear();
                recording.later.clear();
                unit.unwrap(SessionFactory.class).inStatelessTransaction(work);

                assertThat(onlyCommit()).containsExactly(stories);
                recording.later.forEach(Runnable::run);
                assertThat(recording.commits).containsExactly(List.of(stories), List.of(stories));
            }
        }
    }
}
