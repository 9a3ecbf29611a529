<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of this namespace; ./dev stubs makes the
 * header of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace WsChat {

    /**
     * A listener of native code, as the events of other packages call it. Not for scripts, which meet it in
     * listeners() and in backtraces.
     *
     * @strict-properties
     * @not-serializable
     */
    final class Listener
    {
        private function __construct() {}

        /**
         * Takes what the event comes with.
         *
         * @return void
         */
        public function __invoke(mixed ...$arguments) {}
    }
}
