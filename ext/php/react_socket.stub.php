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

namespace React\Stream {

    /**
     * Mirrors React\Stream\ReadableStreamInterface.
     */
    interface ReadableStreamInterface extends \Evenement\EventEmitterInterface
    {
        /** @return bool */
        public function isReadable();

        /** @return void */
        public function pause();

        /** @return void */
        public function resume();

        /**
         * @return WritableStreamInterface $dest
         */
        public function pipe(WritableStreamInterface $dest, array $options = []);

        /** @return void */
        public function close();
    }

    /**
     * Mirrors React\Stream\WritableStreamInterface.
     */
    interface WritableStreamInterface extends \Evenement\EventEmitterInterface
    {
        /** @return bool */
        public function isWritable();

        /**
         * @param mixed $data
         * @return bool false: wait for 'drain' before the next one
         */
        public function write($data);

        /**
         * @param mixed $data
         * @return void
         */
        public function end($data = null);

        /** @return void */
        public function close();
    }

    /**
     * Mirrors React\Stream\DuplexStreamInterface.
     */
    interface DuplexStreamInterface extends ReadableStreamInterface, WritableStreamInterface
    {
    }
}

namespace React\Socket {

    /**
     * Mirrors React\Socket\ServerInterface.
     */
    interface ServerInterface extends \Evenement\EventEmitterInterface
    {
        /** @return string|null */
        public function getAddress();

        /** @return void */
        public function pause();

        /** @return void */
        public function resume();

        /** @return void */
        public function close();
    }

    /**
     * Mirrors React\Socket\ConnectionInterface.
     */
    interface ConnectionInterface extends \React\Stream\DuplexStreamInterface
    {
        /** @return string|null */
        public function getRemoteAddress();

        /** @return string|null */
        public function getLocalAddress();
    }
}

namespace WsChat\React\Socket {

    /**
     * One connection over a stream of PHP's. Events: data (string), end, error (\Exception), close, drain,
     * pipe (the source). Mirrors React\Socket\Connection.
     *
     * @not-serializable
     */
    #[\AllowDynamicProperties]
    class Connection extends \WsChat\Evenement\EventEmitter implements \React\Socket\ConnectionInterface
    {
        /** @var bool addresses are unix://path */
        public $unix = false;

        /** @var bool addresses are tls://host:port */
        public $encryptionEnabled = false;

        /** @var resource|null the stream; for those who set it up, not to read or write */
        public $stream = null;

        /**
         * Reads from now on, without blocking.
         *
         * @param resource $resource a stream open for reading and writing
         * @param \React\EventLoop\LoopInterface $loop tells when it can be read and written
         * @throws \InvalidArgumentException if $resource is none
         * @throws \RuntimeException if it can't be read without blocking
         */
        public function __construct($resource, \React\EventLoop\LoopInterface $loop) {}

        /** @return bool false after end(), close() and the other side's end */
        public function isReadable() {}

        /** @return bool false after end() and close() */
        public function isWritable() {}

        /**
         * No data and no end until resume().
         *
         * @return void
         */
        public function pause() {}

        /** @return void */
        public function resume() {}

        /**
         * Writes all that comes to $dest, not faster than that takes it.
         *
         * @param array $options 'end' => false: do not end $dest with this
         * @return \React\Stream\WritableStreamInterface $dest
         */
        public function pipe(\React\Stream\WritableStreamInterface $dest, array $options = []) {}

        /**
         * Queues $data, and sends when the loop says so.
         *
         * @param string $data
         * @return bool false: 65536 bytes or more are queued, or it is not writable
         */
        public function write($data) {}

        /**
         * Queues $data, sends what is queued, then closes.
         *
         * @param string|null $data
         * @return void
         */
        public function end($data = null) {}

        /**
         * Closes at once, and forgets what is queued.
         *
         * @return void
         */
        public function close() {}

        /**
         * Shuts the socket down.
         *
         * @return void
         */
        public function handleClose() {}

        /** @return string|null 'tcp://127.0.0.1:1234', 'tcp://[::1]:1234', 'tls://...', 'unix://...'; null once closed */
        public function getRemoteAddress() {}

        /** @return string|null */
        public function getLocalAddress() {}
    }

    /**
     * Listens for TCP. Events: connection (ConnectionInterface), error (\Exception). Mirrors React\Socket\TcpServer.
     *
     * @not-serializable
     */
    final class TcpServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param string|int $uri 'tcp://127.0.0.1:8080', '[::1]:8080', a port alone means 127.0.0.1; port 0: a free one
         * @param \React\EventLoop\LoopInterface|null $loop null: the default loop
         * @param array $context PHP's socket context options, such as backlog (511), so_reuseport, tcp_nodelay
         * @throws \InvalidArgumentException if $uri is none, code 22
         * @throws \RuntimeException if the system refuses, its code being the errno
         */
        public function __construct($uri, ?\React\EventLoop\LoopInterface $loop = null, array $context = []) {}

        /** @return string|null such as 'tcp://127.0.0.1:8080', null once it is closed */
        public function getAddress() {}

        /**
         * Accepts nobody until resume(); new clients wait.
         *
         * @return void
         */
        public function pause() {}

        /** @return void */
        public function resume() {}

        /**
         * Stops listening; the connections that are open go on.
         *
         * @return void
         */
        public function close() {}

        /**
         * Makes a Connection of an accepted stream and tells the listeners.
         *
         * @param resource $socket
         * @return void
         */
        public function handleConnection($socket) {}
    }

    /**
     * Listens on a path. Events as TcpServer. Mirrors React\Socket\UnixServer.
     *
     * @not-serializable
     */
    final class UnixServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param string $path '/run/chat.sock' or 'unix:///run/chat.sock'; must not exist
         * @param \React\EventLoop\LoopInterface|null $loop null: the default loop
         * @param array $context PHP's socket context options
         * @throws \InvalidArgumentException if $path is a URI of another scheme, code 22
         * @throws \RuntimeException if the system refuses
         */
        public function __construct($path, ?\React\EventLoop\LoopInterface $loop = null, array $context = []) {}

        /**
         * @return string|null such as 'unix:///run/chat.sock', null once it is closed
         * @implementation-alias WsChat\React\Socket\TcpServer::getAddress
         */
        public function getAddress() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::pause
         */
        public function pause() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::resume
         */
        public function resume() {}

        /**
         * Stops listening; the file stays.
         *
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::close
         */
        public function close() {}

        /**
         * @param resource $socket
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::handleConnection
         */
        public function handleConnection($socket) {}
    }

    /**
     * Listens on a descriptor that was there before, such as systemd's. Mirrors React\Socket\FdServer.
     *
     * @not-serializable
     */
    final class FdServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param int|string $fd 3 or 'php://fd/3'
         * @param \React\EventLoop\LoopInterface|null $loop null: the default loop
         * @throws \InvalidArgumentException if $fd is no such number, code 22
         * @throws \RuntimeException if it is no listening socket, the code being the errno
         */
        public function __construct($fd, ?\React\EventLoop\LoopInterface $loop = null) {}

        /**
         * @return string|null 'tcp://...' or 'unix://...', null once it is closed
         * @implementation-alias WsChat\React\Socket\TcpServer::getAddress
         */
        public function getAddress() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::pause
         */
        public function pause() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::resume
         */
        public function resume() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::close
         */
        public function close() {}

        /**
         * @param resource $socket
         * @return void
         * @implementation-alias WsChat\React\Socket\TcpServer::handleConnection
         */
        public function handleConnection($socket) {}
    }

    /**
     * Listens on what the URI says: tcp://, tls://, unix:// or a port alone. Mirrors React\Socket\Server.
     *
     * @not-serializable
     */
    final class Server extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param string|int $uri
         * @param \React\EventLoop\LoopInterface|null $loop null: the default loop
         * @param array $context ['tcp' => [...], 'tls' => [...], 'unix' => [...]], or the options of tcp alone
         * @throws \InvalidArgumentException if $uri is none, code 22
         * @throws \RuntimeException if the system refuses, its code being the errno
         */
        public function __construct($uri, ?\React\EventLoop\LoopInterface $loop = null, array $context = []) {}

        /** @return string|null */
        public function getAddress() {}

        /** @return void */
        public function pause() {}

        /** @return void */
        public function resume() {}

        /** @return void */
        public function close() {}
    }

    /**
     * Listens on what the URI says: tcp://, tls://, unix:// or php://fd/. Mirrors React\Socket\SocketServer.
     *
     * @not-serializable
     */
    final class SocketServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param string $uri with host and port: a port alone is refused
         * @param array $context ['tcp' => [...], 'tls' => [...], 'unix' => [...]]
         * @param \React\EventLoop\LoopInterface|null $loop null: the default loop
         * @throws \InvalidArgumentException if $uri is none, code 22
         * @throws \RuntimeException if the system refuses, its code being the errno
         */
        public function __construct($uri, array $context = [], ?\React\EventLoop\LoopInterface $loop = null) {}

        /**
         * @return string|null
         * @implementation-alias WsChat\React\Socket\Server::getAddress
         */
        public function getAddress() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::pause
         */
        public function pause() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::resume
         */
        public function resume() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::close
         */
        public function close() {}

        /**
         * Accepts one connection that waits.
         *
         * @param resource $socket
         * @return resource
         * @throws \RuntimeException if none can be accepted, the code being the errno
         */
        public static function accept($socket) {}

        /**
         * @param string $errstr such as 'Connection refused'
         * @return int the errno, or 0
         */
        public static function errno($errstr) {}

        /**
         * @param int $errno
         * @return string such as ' (ECONNREFUSED)', or ''
         */
        public static function errconst($errno) {}
    }

    /**
     * TLS over the connections of another server. Mirrors React\Socket\SecureServer.
     *
     * @not-serializable
     */
    final class SecureServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param \React\Socket\ServerInterface $tcp
         * @param \React\EventLoop\LoopInterface|null $loop null: the default loop
         * @param array $context PHP's ssl context options: local_cert, local_pk, passphrase, verify_peer ...
         */
        public function __construct(\React\Socket\ServerInterface $tcp, ?\React\EventLoop\LoopInterface $loop = null, array $context = []) {}

        /** @return string|null such as 'tls://127.0.0.1:8443' */
        public function getAddress() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::pause
         */
        public function pause() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::resume
         */
        public function resume() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::close
         */
        public function close() {}

        /** @return void */
        public function handleConnection(\React\Socket\ConnectionInterface $connection) {}
    }

    /**
     * Passes on as many connections of another server as may be open at a time. Mirrors React\Socket\LimitingServer.
     *
     * @not-serializable
     */
    class LimitingServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
    {
        /**
         * @param \React\Socket\ServerInterface $server
         * @param int|null $connectionLimit null: no limit
         * @param bool $pauseOnLimit more wait to be accepted, instead of being closed at once
         */
        public function __construct(\React\Socket\ServerInterface $server, $connectionLimit, $pauseOnLimit = false) {}

        /** @return \React\Socket\ConnectionInterface[] those that are open */
        public function getConnections() {}

        /**
         * @return string|null
         * @implementation-alias WsChat\React\Socket\Server::getAddress
         */
        public function getAddress() {}

        /** @return void */
        public function pause() {}

        /** @return void */
        public function resume() {}

        /**
         * @return void
         * @implementation-alias WsChat\React\Socket\Server::close
         */
        public function close() {}

        /** @return void */
        public function handleConnection(\React\Socket\ConnectionInterface $connection) {}

        /** @return void */
        public function handleDisconnection(\React\Socket\ConnectionInterface $connection) {}

        /** @return void */
        public function handleError(\Exception $error) {}
    }
}
