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
     * What IoServer::factory() listens with, $server->socket: one socket or several. Clients that the server accepts go to its
     * component and are no events here; emit('connection', [$connection]) calls who listens, as in React.
     *
     * @not-serializable
     */
    final class ListeningSocket extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        private function __construct() {}

        /** @return string|null the first address, such as 'tcp://127.0.0.1:8080', null once it is closed */
        public function getAddress() {}

        /**
         * All addresses, with the port that the system has chosen where 0 was asked for. Not in React.
         *
         * @return string[] such as ['tcp://0.0.0.0:8080', 'unix:///run/chat.sock'], empty once it is closed
         */
        public function getAddresses() {}

        /**
         * Accepts nobody until resume(); new clients wait.
         *
         * @return void
         */
        public function pause() {}

        /** @return void */
        public function resume() {}

        /**
         * Stops listening, on all addresses; the connections that are open go on.
         *
         * @return void
         */
        public function close() {}
    }
}
