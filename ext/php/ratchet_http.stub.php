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
     * Reads a request head (RFC 9112) out of what a connection receives.
     * Mirrors Ratchet\Http\HttpRequestParser.
     *
     * Its constant EOM, the string "\r\n\r\n" that ends a head, is declared in C.
     */
    class HttpRequestParser implements \Ratchet\MessageInterface
    {
        /**
         * Bytes of the head, at most; what comes behind it does not count. Of a parser in an HttpServer that
         * IoServer serves natively, a value other than the default takes the place of the option max_head_size.
         *
         * @var int
         */
        public $maxSize = 16384;

        /**
         * Adds to what has come before, which $context->httpBuffer holds.
         *
         * @param \Ratchet\ConnectionInterface $context
         * @param string $data
         * @return \Psr\Http\Message\RequestInterface|null null: there is more to come
         * @throws \OverflowException if the head is longer than $maxSize
         * @throws \InvalidArgumentException if it is no request head
         */
        public function onMessage(\Ratchet\ConnectionInterface $context, $data) {}

        /**
         * Does this hold the end of a head, behind at least one byte?
         *
         * @param string $message
         * @return bool
         */
        public function isEom($message) {}

        /**
         * @param string $headers a head and what comes behind it, which becomes the body
         * @return \Psr\Http\Message\RequestInterface
         * @throws \InvalidArgumentException if it is no request head
         */
        public function parse($headers) {}
    }

    /**
     * Reads the request head of a connection (RFC 9112) and hands it to its component, then the bytes behind it.
     * Mirrors Ratchet\Http\HttpServer.
     *
     * Behind an IoServer it is not called: the engine does its work. Its callbacks serve any other connection.
     */
    class HttpServer implements \Ratchet\MessageComponentInterface
    {
        /** @var \Ratchet\Http\HttpRequestParser|null */
        protected $_reqParser = null;

        /** @var \Ratchet\Http\HttpServerInterface|null */
        protected $_httpServer = null;

        /**
         * @param \Ratchet\Http\HttpServerInterface $component
         */
        public function __construct(\Ratchet\Http\HttpServerInterface $component) {}

        /**
         * Sets $conn->httpHeadersReceived to false.
         *
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Answers 413 to a head that is too long and 400 (414, 431, 505) to one that is none.
         *
         * @param string $msg
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Before the head is complete the answer is 500.
         *
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }
}
