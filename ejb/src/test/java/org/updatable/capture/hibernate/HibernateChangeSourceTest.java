package org.updatable.capture.hibernate;

import org.updatable.capture.ChangeSource;
import org.updatable.capture.ChangeSourceContract;
import org.updatable.model.Provider;

class HibernateChangeSourceTest extends ChangeSourceContract {

    @Override
    protected ChangeSource source() {
        return new HibernateChangeSource();
    }

    @Override
    protected Provider provider() {
        return Provider.HIBERNATE;
    }
}
