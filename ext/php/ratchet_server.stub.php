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

namespace Ratchet\Server {

    /**
     * Listens on a port and hands its connections to a component. Mirrors Ratchet\Server\IoServer.
     *
     * @not-serializable
     */
    class IoServer
    {
        /** @var \React\EventLoop\LoopInterface|null the loop that run() runs */
        public $loop = null;

        /** @var \Ratchet\MessageComponentInterface|null the component that is served */
        public $app = null;

        /** @var \React\Socket\ServerInterface|null the listening socket */
        public $socket = null;

        /**
         * Serves what is accepted on a socket: one of factory() or, where nobody else listens to its connections,
         * of React natively; any other by its 'connection' events.
         *
         * @param \Ratchet\MessageComponentInterface $app the component to serve
         * @param \React\Socket\ServerInterface $socket the listening socket
         * @param \React\EventLoop\LoopInterface|null $loop the loop that run() runs
         * @throws \InvalidArgumentException if $loop is neither null nor a loop
         */
        public function __construct(\Ratchet\MessageComponentInterface $app, \React\Socket\ServerInterface $socket, $loop = null) {}

        /**
         * Listens on a port.
         * A fourth argument may be an array of options (see the ini entries wschat.*, which are its defaults):
         * ['max_message_size' => 1048576, 'compression' => true, ...].
         * Sizes are bytes, times are seconds. 'tls' => ['local_cert' => '/path.pem', ...] are options of PHP's ssl
         * context, with which it speaks TLS.
         *
         * An address may have a port of its own, '[::]:8080', and be the path of a Unix socket, 'unix:/run/chat.sock',
         * a socket that was open when PHP started, 'fd:3', or systemd's, 'systemd:' and 'systemd:NAME'. More than one:
         * with commas, as an array, or in the option 'listen'. Either all of them are listened on, or none is.
         *
         * 'on_request' => callable(RequestInterface $request, ConnectionInterface $conn) is asked about each request before
         * any layer is: null lets it pass; a status from 200 to 599, [status, headers, body] or a PSR-7 response refuses it.
         * What it throws is logged, and the answer 500.
         *
         * 'log' => callable(string $line, string $level): void gets the lines of the log that 'log_level' asks for, in the place
         * of PHP's error log, between two turns of the loop; docs/monitoring.md says what they are.
         *
         * @param \Ratchet\MessageComponentInterface $component HttpServer for WebSockets, an application for plain TCP
         * @param int $port 1 to 65535, or 0 for one that the system chooses (each its own); for addresses without one
         * @param string|string[] $address the IPv4 or IPv6 address to listen on; '0.0.0.0' is every IPv4 address, '[::]'
         *        every one of both kinds
         * @return static
         * @throws \InvalidArgumentException if the address or the port is none (code 22)
         * @throws \RuntimeException if the system refuses to listen, its code being the errno; if compression is
         *         asked for and wschat was built without zlib (code 0); if a file of 'tls' is no good (code 0)
         * @throws \ValueError if an option is unknown or out of its range, or proxy_protocol is without trusted_proxies
         * @throws \LogicException if on_request or allowed_origins are given and the requests are read by a layer in PHP
         * @throws \TypeError if one of several addresses is no string
         */
        public static function factory(\Ratchet\MessageComponentInterface $component, $port = 80, $address = '0.0.0.0') {}

        /**
         * Runs the loop until it is stopped or nothing is left to wait for.
         *
         * @return void
         * @throws \RuntimeException if there is no loop
         */
        public function run() {}

        /**
         * A connection that somebody else has accepted: onOpen() of the component, and its events from now on.
         *
         * @param \React\Socket\ConnectionInterface $conn
         * @return void
         */
        public function handleConnect(\React\Socket\ConnectionInterface $conn) {}

        /**
         * @param string $data
         * @param \React\Socket\ConnectionInterface $conn
         * @return void
         */
        public function handleData($data, $conn) {}

        /**
         * @param \React\Socket\ConnectionInterface $conn
         * @return void
         */
        public function handleEnd($conn) {}

        /**
         * @param \Exception $e
         * @param \React\Socket\ConnectionInterface $conn
         * @return void
         */
        public function handleError(\Exception $e, $conn) {}
    }

    /**
     * A TCP connection: bytes, no frames. Mirrors Ratchet\Server\IoConnection.
     *
     * @property-read int $resourceId 1, 2, 3 ...: grows with every connection and is never reused
     * @property-read string $remoteAddress the client's IP address, without a port; '' if it has none
     * @property-read string|null $peerCertificate over TLS: the client's certificate as PEM, if the option verify_peer
     *                has asked for one
     * @property-read int $bufferedAmount bytes queued for it that the kernel has not taken yet
     * @property-read string|null $closeInitiator 'server' or 'network', null as long as nobody closes
     *
     * @not-serializable
     */
    #[\AllowDynamicProperties]
    class IoConnection implements \Ratchet\ConnectionInterface
    {
        /** @var \React\Socket\ConnectionInterface|null */
        protected $conn = null;

        /**
         * @param \React\Socket\ConnectionInterface $conn the React connection to wrap
         */
        public function __construct(\React\Socket\ConnectionInterface $conn) {}

        /**
         * Queues bytes as they are.
         *
         * @param string $data
         * @return IoConnection
         */
        public function send($data) {}

        /**
         * Sends what is queued, then closes.
         *
         * @return void
         */
        public function close() {}

        /**
         * Reads no more until resume(); see WsConnection::pause(). Not of Ratchet.
         *
         * @return void
         */
        public function pause() {}

        /**
         * Reads on. Does nothing without a pause().
         *
         * @return void
         */
        public function resume() {}
    }

    /**
     * Sends back what it receives. Mirrors Ratchet\Server\EchoServer.
     */
    class EchoServer implements \Ratchet\MessageComponentInterface
    {
        /** @return void */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

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
