/** A small bank: nobody watches an account that no page has shown to them. */
package org.updatable.it.trust;
