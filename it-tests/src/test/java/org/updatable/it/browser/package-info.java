/** What a person sees: real pages in a real browser. */
package org.updatable.it.browser;
