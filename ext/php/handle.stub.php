<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The truth about the signatures of these classes; ./dev stubs makes the header
 * of the same name from it.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace WsChat {

    /**
     * What Ratchet's IoServer has no method for: Server::from($ioServer) is the handle on it. It keeps the IoServer
     * alive.
     *
     * @not-serializable
     * @strict-properties
     */
    final class Server
    {
        /** Server::from() makes one. */
        private function __construct() {}

        /**
         * The handle on a server; as long as it is held, always the same.
         *
         * @param \Ratchet\Server\IoServer|\Ratchet\App $server an App is a handle on its main IoServer, not on Flash's
         * @throws \TypeError if $server is neither
         * @throws \LogicException if it is an App whose constructor was not called
         */
        public static function from(object $server): Server {}

        /**
         * Sends one message to every connection of connections(), but for those of $exclude. It is encoded once, and
         * compressed once where that is agreed on; for each connection it is what send() does, limits for clients that
         * do not read included. Plain TCP gets the bytes of the message.
         *
         * @param string|\Ratchet\RFC6455\Messaging\DataInterface $message a string is sent as text; a Frame or a Message
         *        as it is, a Close frame closes them
         * @param \Ratchet\ConnectionInterface|array|\Traversable|null $exclude a connection, or an array or a Traversable of them
         * @param \Ratchet\Http\HttpServerInterface|null $to only to WebSockets of this WsServer; what App::route()
         *        returns is one
         * @return int for how many it was queued
         * @throws \TypeError if $message, $exclude or an element of it is none of these, or $to leads to no WsServer
         * @throws \UnderflowException if $message is null, or a Frame that is not complete
         * @throws \Throwable what a connection throws behind a layer in PHP: those after it get nothing
         */
        public function broadcast($message, $exclude = null, ?\Ratchet\Http\HttpServerInterface $to = null): int {}

        /**
         * The same with a binary message.
         *
         * @param string $data
         * @param \Ratchet\ConnectionInterface|array|\Traversable|null $exclude as for broadcast()
         * @param \Ratchet\Http\HttpServerInterface|null $to as for broadcast()
         * @throws \TypeError as broadcast()
         * @throws \Throwable as broadcast()
         */
        public function broadcastBinary(string $data, $exclude = null, ?\Ratchet\Http\HttpServerInterface $to = null): int {}

        /**
         * The connections that are open now, as their application got them in onOpen(): from just before onOpen() until
         * close() is called, the client closes, or it is gone. WebSockets, and plain TCP of a server without an
         * HttpServer; not the requests that a controller of the script's own answers. What comes and goes later shows.
         */
        public function connections(): Connections {}

        /**
         * Ends the server in order: nobody is accepted any more; what runs is finished, and may still send; then
         * WebSockets get a Close with 1001, plain TCP its end, and an unfinished request 503; onClose() comes for each.
         * When all of them have gone, and no other server is at work, run() returns, whatever timers and streams are
         * left. SIGTERM and SIGINT do the same for all servers, unless the script has a handler for the signal; a
         * second one ends the process at once. May be called at any time, and again with another timeout.
         *
         * @param float|null $timeout seconds until those that have not gone are cut, 0 for no limit; null for the
         *        option drain_timeout. What waits in a callback (option await) is not waited for any longer then
         * @throws \ValueError if $timeout is negative or more than 86400
         * @throws \RuntimeException if there is no memory
         */
        public function stop(?float $timeout = null): void {}

        /**
         * Reads the files of the TLS options again, for the connections that are still to come; those that are open go
         * on with what they have. Does nothing without TLS. SIGHUP does the same, unless the script has a handler for it.
         *
         * @throws \RuntimeException if a file is no good; then everything stays as it was
         */
        public function reloadCertificates(): void {}

        /**
         * Serves nobody from there any more. Who is connected is closed: WebSockets with 1008, a request that is not
         * answered yet with 403, plain TCP by its end. Whoever comes later is cut as soon as it is known who it is: when
         * it is accepted, behind a PROXY header, or with 403 if trusted_proxies name it in the request. Addresses of
         * trusted_proxies themselves can't be banned. Only what the engine has accepted is looked at, not sockets that
         * React accepts on. The option banned_addresses does the same from the beginning.
         *
         * @param string $network an IPv4 or IPv6 address, '192.0.2.1', or a network, '192.0.2.0/24', '2001:db8::/32'; for
         *        one IPv6 client ban its /64. Another ban of the same network takes the place of the first
         * @param float|null $seconds for how long; null: until unban() or the end of the server
         * @throws \ValueError if $network is none, or $seconds is not more than 0 or more than 315576000 (10 years)
         * @throws \RuntimeException if the server does not listen by itself, or there is no memory
         */
        public function ban(string $network, ?float $seconds = null): void {}

        /**
         * Takes a ban back: one that ban() or banned_addresses has named like this, not a part of it.
         *
         * @return bool false: there is no such ban
         * @throws \ValueError if $network is none
         */
        public function unban(string $network): bool {}

        /**
         * The bans that are in force, the oldest first.
         *
         * @return array<string, float|null> seconds that are left, null for those without an end, by the network
         */
        public function banned(): array {}

        /**
         * What the server has done since it was made, and how it is at the moment. The connections are those that the
         * engine has accepted.
         *
         * @throws \RuntimeException if the server does not listen by itself
         */
        public function stats(): Stats {}

        /**
         * The IP address that is listened on, without brackets, or the path of a Unix socket; of several the first
         * ($server->socket->getAddresses() has all of them). null if none is.
         */
        public function address(): ?string {}

        /** Its port, the system's choice if 0 was given; null if none is listened on, or a Unix socket. */
        public function port(): ?int {}
    }

    /**
     * The open connections of a server, in the order of their resourceId: Server::connections(). The keys of a foreach
     * are resource ids. It comes to every connection that was open when it began and still is when its turn comes;
     * one that is opened meanwhile is for the next.
     *
     * @implements \IteratorAggregate<int, \Ratchet\ConnectionInterface>
     * @not-serializable
     * @strict-properties
     */
    final class Connections implements \IteratorAggregate, \Countable
    {
        /** Server::connections() makes one. */
        private function __construct() {}

        /** How many there are now. */
        public function count(): int {}

        /** Is one of this number open? */
        public function has(int $resourceId): bool {}

        /** The open connection of this number; null if there is none. */
        public function get(int $resourceId): ?\Ratchet\ConnectionInterface {}

        public function getIterator(): \Iterator {}
    }
}
