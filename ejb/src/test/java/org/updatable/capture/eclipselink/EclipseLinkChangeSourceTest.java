package org.updatable.capture.eclipselink;

import org.updatable.capture.ChangeSource;
import org.updatable.capture.ChangeSourceContract;
import org.updatable.model.Provider;

class EclipseLinkChangeSourceTest extends ChangeSourceContract {

    @Override
    protected ChangeSource source() {
        return new EclipseLinkChangeSource();
    }

    @Override
    protected Provider provider() {
        return Provider.ECLIPSELINK;
    }
}
