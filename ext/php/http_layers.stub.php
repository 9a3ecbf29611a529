<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of these classes; ./dev stubs makes the
 * header of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet\Http {

    /**
     * For components that refuse a request. Mirrors Ratchet\Http\CloseResponseTrait.
     */
    trait CloseResponseTrait
    {
        /**
         * Answers with a status line, X-Powered-By and $additional_headers, no body, and closes.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param int $code 100 to 599
         * @param array $additional_headers name => value or list of values; scalars or null
         * @return void
         * @throws \InvalidArgumentException if the code, a name or a value is none
         */
        private function close(\Ratchet\ConnectionInterface $conn, $code = 400, array $additional_headers = []) {}
    }

    /**
     * Does nothing: what Router gives a connection until its route is known.
     * Mirrors Ratchet\Http\NoOpHttpServerController.
     */
    class NoOpHttpServerController implements \Ratchet\Http\HttpServerInterface
    {
        /** @return void */
        public function onOpen(\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null) {}

        /**
         * @param string $msg
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return void */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }

    /**
     * Lets only pages of known hosts connect; others are answered 403. Clients that are no
     * browsers can claim any origin. Mirrors Ratchet\Http\OriginCheck.
     */
    class OriginCheck implements \Ratchet\Http\HttpServerInterface
    {
        /** @var \Ratchet\MessageComponentInterface|null */
        protected $_component = null;

        /** @var string[] host names, without scheme and port */
        public $allowedOrigins = [];

        /**
         * @param \Ratchet\MessageComponentInterface $component what is behind the check
         * @param string[] $allowed host names, without scheme and port
         */
        public function __construct(\Ratchet\MessageComponentInterface $component, array $allowed = []) {}

        /**
         * @return mixed what the component returns
         * @throws \UnexpectedValueException if $request is null
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null) {}

        /**
         * @param string $msg
         * @return mixed what the component returns
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return mixed what the component returns */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return mixed what the component returns */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }

    /**
     * Hands a connection to the controller of its route, as $conn->controller. No route is 404, a wrong
     * method 405. Mirrors Ratchet\Http\Router.
     *
     * A route's controller, its default `_controller`, is an HttpServerInterface or the name of such a
     * class, of which each connection gets a new one. The placeholders of the route become parameters of
     * the request's query; one of the same name in the query does not override them, as it does in Ratchet.
     */
    class Router implements \Ratchet\Http\HttpServerInterface
    {
        /** @var \Symfony\Component\Routing\Matcher\UrlMatcherInterface|null */
        protected $_matcher = null;

        /**
         * @param \Symfony\Component\Routing\Matcher\UrlMatcherInterface $matcher
         */
        public function __construct(\Symfony\Component\Routing\Matcher\UrlMatcherInterface $matcher) {}

        /**
         * @return void
         * @throws \UnexpectedValueException if $request is null; if the controller is no HttpServerInterface,
         *         and then the client has been answered 500
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null) {}

        /**
         * @param string $msg
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return void */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }
}
