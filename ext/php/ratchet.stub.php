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

namespace Ratchet {

    /**
     * One client, as a component sees it. Mirrors Ratchet\ConnectionInterface.
     *
     * @property int $resourceId its number, while it is open nobody else's
     * @property string $remoteAddress the client's IP address
     * @property \Psr\Http\Message\RequestInterface $httpRequest its request; not of plain TCP
     */
    interface ConnectionInterface
    {
        /**
         * Sends data to the client. It is queued and leaves at the end of the loop's turn;
         * on a connection that is closed or closing nothing happens.
         *
         * @param mixed $data what is sent; text as a string
         * @return ConnectionInterface the connection itself, for chaining
         */
        public function send($data);

        /**
         * Closes the connection once everything that was sent has left.
         *
         * @return void
         */
        public function close();
    }

    /**
     * What every component hears of a connection. Mirrors Ratchet\ComponentInterface.
     */
    interface ComponentInterface
    {
        /**
         * A client has connected; under WsServer, its handshake has been accepted.
         *
         * @param ConnectionInterface $conn the new connection
         * @return void
         * @throws \Exception is handed to onError()
         */
        public function onOpen(ConnectionInterface $conn);

        /**
         * The connection is closed, from whichever side. Comes exactly once for every onOpen().
         *
         * @param ConnectionInterface $conn the connection; its properties can still be read
         * @return void
         * @throws \Exception is written to PHP's error log
         */
        public function onClose(ConnectionInterface $conn);

        /**
         * onOpen() or onMessage() has thrown. The connection stays open unless this closes it.
         * An \Error arrives as it is where the declared type allows it (\Throwable, or none),
         * otherwise wrapped in an \ErrorException whose getPrevious() is the original.
         *
         * @param ConnectionInterface $conn the connection whose callback threw
         * @param \Exception $e what it threw
         * @return void
         */
        public function onError(ConnectionInterface $conn, \Exception $e);
    }

    /**
     * Mirrors Ratchet\MessageInterface.
     */
    interface MessageInterface
    {
        /**
         * The client has sent something: a message under WsServer, the bytes of one read on plain TCP.
         *
         * @param ConnectionInterface $from the connection that sent it
         * @param string $msg what it sent
         * @return void
         * @throws \Exception is handed to onError()
         */
        public function onMessage(ConnectionInterface $from, $msg);
    }

    /**
     * The interface of an application. Mirrors Ratchet\MessageComponentInterface.
     */
    interface MessageComponentInterface extends ComponentInterface, MessageInterface
    {
    }

    /**
     * Wraps a connection and passes properties on to it, so that what one layer sets
     * every other reads. Mirrors Ratchet\AbstractConnectionDecorator.
     */
    abstract class AbstractConnectionDecorator implements ConnectionInterface
    {
        /** @var ConnectionInterface|null */
        protected $wrappedConn = null;

        /**
         * @param ConnectionInterface $conn the connection to wrap
         */
        public function __construct(ConnectionInterface $conn) {}

        /**
         * @return ConnectionInterface the wrapped connection
         * @throws \LogicException if a subclass did not call parent::__construct()
         */
        protected function getConnection() {}

        /**
         * @param string $name
         * @param mixed $value
         * @return void
         */
        public function __set($name, $value) {}

        /**
         * @param string $name
         * @return mixed
         */
        public function __get($name) {}

        /**
         * @param string $name
         * @return bool
         */
        public function __isset($name) {}

        /**
         * @param string $name
         * @return void
         */
        public function __unset($name) {}
    }
}
