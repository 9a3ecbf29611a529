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
     * For an application, beside the interface it implements anyway, that wants to know when a slow client has
     * caught up.
     */
    interface DrainInterface
    {
        /**
         * More than the option high_water_mark was queued for this connection (`$conn->bufferedAmount`), and
         * low_water_mark or less is now. Called from the loop, once a turn at most, for open connections of the
         * engine. What it throws goes to onError().
         *
         * @return void
         */
        public function onDrain(\Ratchet\ConnectionInterface $conn);
    }
}
