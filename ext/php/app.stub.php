<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of this class; ./dev stubs makes the header of
 * the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet {

    /**
     * A server whose paths and hosts lead to different components. Mirrors Ratchet\App.
     */
    class App
    {
        /** @var \Symfony\Component\Routing\RouteCollection|null may be added to at any time */
        public $routes = null;

        /** @var \Ratchet\Server\IoServer|null null if its port could not be had */
        public $flashServer = null;

        /** @var \Ratchet\Server\IoServer|null */
        protected $_server = null;

        /** @var string|null */
        protected $httpHost = null;

        /** @var int|null */
        protected $port = null;

        /** @var int */
        protected $_routeCounter = 0;

        /**
         * Listens on $address:$port, and for Flash on 127.0.0.1:8843, or on 0.0.0.0:843 if $port is 80; if that
         * port cannot be had, an E_NOTICE says so and all goes on without it.
         *
         * @param string $httpHost the host name that clients connect to, which their Host and Origin must be
         * @param int $port
         * @param string $address '127.0.0.1' for a proxy on this machine, '0.0.0.0' for everybody
         * @param \React\EventLoop\LoopInterface|null $loop a loop of another library; null for the native one
         * @param array $context of the listening socket, as React\Socket\Server takes it: of its `tcp`, the native
         *        loop knows `backlog` and `tcp_nodelay`; `tls` are options of PHP's ssl context, with which it speaks TLS. `wschat` is an array of options, as IoServer::factory() takes it
         * @throws \InvalidArgumentException if $loop is no loop, or the address or the port is none
         * @throws \UnexpectedValueException if $httpHost or $port can't be part of a Flash policy
         * @throws \RuntimeException if the system refuses to listen, its code being the errno
         * @throws \ValueError if an option in `wschat` is unknown or out of its range
         */
        public function __construct($httpHost = 'localhost', $port = 8080, $address = '127.0.0.1', $loop = null, $context = []) {}

        /**
         * Adds a component. An application is wrapped as a WebSocket server with keepalive, unless it is an
         * HttpServerInterface, such as a WsServer, already.
         *
         * @param string $path may have placeholders, as in '/room/{name}'
         * @param \Ratchet\ComponentInterface $controller
         * @param string[] $allowedOrigins host names that pages may come from; none for $httpHost, ['*'] for any
         * @param string|null $httpHost the host name of the route; null for that of the constructor, '' for any
         * @return \Ratchet\ComponentInterface what the route leads to
         * @throws \UnexpectedValueException if an origin can't be part of a Flash policy
         */
        public function route($path, \Ratchet\ComponentInterface $controller, array $allowedOrigins = [], $httpHost = null) {}

        /**
         * Runs the loop.
         *
         * @return void
         */
        public function run() {}
    }
}
