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

namespace Ratchet\Http {

    /**
     * A component that is told of a connection when its request head is complete.
     * Mirrors Ratchet\Http\HttpServerInterface.
     */
    interface HttpServerInterface extends \Ratchet\MessageComponentInterface
    {
        /**
         * @param \Ratchet\ConnectionInterface $conn the new connection
         * @param \Psr\Http\Message\RequestInterface|null $request its request
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null);
    }

    /**
     * Reads the request head of a connection (RFC 9112) and hands it to its component.
     * Mirrors Ratchet\Http\HttpServer.
     *
     * At present the component is a WsServer, and the server an IoServer: its callbacks
     * are served natively and cannot be called or overridden from PHP.
     */
    class HttpServer implements \Ratchet\MessageComponentInterface
    {
        /** @var \Ratchet\Http\HttpServerInterface|null */
        protected $_httpServer = null;

        /**
         * @param \Ratchet\Http\HttpServerInterface $component
         */
        public function __construct(\Ratchet\Http\HttpServerInterface $component) {}

        /**
         * @return void
         * @throws \LogicException always: IoServer serves this layer natively
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg
         * @return void
         * @throws \LogicException always: IoServer serves this layer natively
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /**
         * @return void
         * @throws \LogicException always: IoServer serves this layer natively
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         * @throws \LogicException always: IoServer serves this layer natively
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }
}
