<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * The opening handshake of RFC 6455 (section 4) for either side, on PSR-7
 * messages, under the names that Ratchet's rfc6455 package gives it. The
 * signatures are those of version 0.3.1, whose parameters are untyped; the two
 * constructors that version 0.4.0 has changed take the arguments of both. More
 * arguments than declared are ignored, as PHP functions do.
 *
 * @generate-class-entries
 * @generate-legacy-arginfo 80100
 */

namespace Ratchet\RFC6455\Handshake {

    /**
     * What answers the request of a client.
     */
    interface NegotiatorInterface
    {
        /**
         * What a key is signed with (RFC 6455 section 1.3).
         *
         * @var string
         */
        const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

        /**
         * Whether the request is for this version of the protocol.
         *
         * @return bool
         */
        public function isProtocol(\Psr\Http\Message\RequestInterface $request);

        /**
         * The version of the protocol.
         *
         * @return int
         */
        public function getVersionNumber();

        /**
         * The answer: a 101, or what refuses the request.
         *
         * @return \Psr\Http\Message\ResponseInterface
         */
        public function handshake(\Psr\Http\Message\RequestInterface $request);

        /**
         * The sub-protocols that the server speaks.
         *
         * @param array $protocols names
         * @return void
         */
        public function setSupportedSubProtocols(array $protocols);

        /**
         * Whether a request that names no common sub-protocol is refused.
         *
         * @param bool $enable
         * @return void
         */
        public function setStrictSubProtocolCheck($enable);
    }

    /**
     * The parts of a client's request, each checked on its own (RFC 6455 section
     * 4.2.1), as leniently as Ratchet does.
     */
    class RequestVerifier
    {
        /**
         * The version of the protocol.
         *
         * @var int
         */
        const VERSION = 13;

        /**
         * Whether the request passes all checks of this class, sub-protocols and extensions aside.
         *
         * @return bool
         */
        public function verifyAll(\Psr\Http\Message\RequestInterface $request) {}

        /**
         * Whether the method is GET, in any case.
         *
         * @param string $val
         * @return bool
         */
        public function verifyMethod($val) {}

        /**
         * Whether the version of HTTP is 1.1 or later.
         *
         * @param string|int|float $val
         * @return bool
         */
        public function verifyHTTPVersion($val) {}

        /**
         * Whether the path is absolute, of ASCII and without a fragment.
         *
         * @param string $val
         * @return bool
         */
        public function verifyRequestURI($val) {}

        /**
         * Whether there is exactly one Host.
         *
         * @return bool
         */
        public function verifyHost(array $hostHeader) {}

        /**
         * Whether Upgrade is there once and says "websocket", in any case.
         *
         * @return bool
         */
        public function verifyUpgradeRequest(array $upgradeHeader) {}

        /**
         * Whether a Connection header has the token "upgrade", in any case.
         *
         * @return bool
         */
        public function verifyConnection(array $connectionHeader) {}

        /**
         * Whether there is one Sec-WebSocket-Key, the base64 of 16 bytes.
         *
         * @return bool
         */
        public function verifyKey(array $keyHeader) {}

        /**
         * Whether there is one Sec-WebSocket-Version, which as an int is VERSION.
         *
         * @return bool
         */
        public function verifyVersion(array $versionHeader) {}

        /**
         * Always true: whoever answers looks at sub-protocols.
         *
         * @param mixed $val
         * @return bool
         */
        public function verifyProtocol($val) {}

        /**
         * Always true: whoever answers looks at extensions.
         *
         * @param mixed $val
         * @return bool
         */
        public function verifyExtensions($val) {}

        /**
         * Whether both sides name permessage-deflate, under "deflate"; the other
         * keys of the array are always false or null, as Ratchet has them.
         *
         * @param array $requestHeader the headers of the request: name => list
         * @param array $responseHeader those of the response
         * @return array
         */
        public function getPermessageDeflateOptions(array $requestHeader, array $responseHeader) {}
    }

    /**
     * The parts of a server's answer, each checked on its own (RFC 6455 section 4.1).
     */
    class ResponseVerifier
    {
        /**
         * Whether the answer passes all checks of this class.
         *
         * @return bool
         */
        public function verifyAll(\Psr\Http\Message\RequestInterface $request, \Psr\Http\Message\ResponseInterface $response) {}

        /**
         * Whether the status is 101.
         *
         * @param int|string $status
         * @return bool
         */
        public function verifyStatus($status) {}

        /**
         * Whether an Upgrade header says "websocket", in any case.
         *
         * @return bool
         */
        public function verifyUpgrade(array $upgrade) {}

        /**
         * Whether a Connection header has the token "upgrade", in any case.
         *
         * @return bool
         */
        public function verifyConnection(array $connection) {}

        /**
         * Whether the key is there once and signed.
         *
         * @param array $swa the values of Sec-WebSocket-Accept
         * @param array $key the values of Sec-WebSocket-Key
         * @return bool
         * @throws \TypeError if one of them is no array
         */
        public function verifySecWebSocketAccept($swa, $key) {}

        /**
         * The value of Sec-WebSocket-Accept for a key.
         *
         * @param string $key
         * @return string
         */
        public function sign($key) {}

        /**
         * Whether the answer names no sub-protocol, or one that was requested.
         *
         * @return bool
         */
        public function verifySubProtocol(array $requestHeader, array $responseHeader) {}

        /**
         * Whether all extensions of the answer were requested.
         *
         * @return int 1 or 0
         */
        public function verifyExtensions(array $requestHeader, array $responseHeader) {}
    }

    /**
     * A header with permessage-deflate that breaks RFC 7692 section 7.1.
     */
    class InvalidPermessageDeflateOptionsException extends \Exception
    {
    }

    /**
     * What is wished or agreed on of permessage-deflate (RFC 7692 section 7.1). A
     * value: what changes it returns another one.
     */
    final class PermessageDeflateOptions
    {
        /** @var int */
        const MAX_WINDOW_BITS = 15;

        /** @var bool */
        private $deflateEnabled = false;

        /** @var bool|null */
        private $server_no_context_takeover = null;

        /** @var bool|null */
        private $client_no_context_takeover = null;

        /** @var int|null */
        private $server_max_window_bits = null;

        /** @var int|null */
        private $client_max_window_bits = null;

        private function __construct() {}

        /**
         * Compression with windows of 15 bits that are kept between messages.
         *
         * @return PermessageDeflateOptions
         */
        public static function createEnabled() {}

        /**
         * No compression.
         *
         * @return PermessageDeflateOptions
         */
        public static function createDisabled() {}

        /** @return PermessageDeflateOptions whose client forgets between messages */
        public function withClientNoContextTakeover() {}

        /** @return PermessageDeflateOptions whose client may remember */
        public function withoutClientNoContextTakeover() {}

        /** @return PermessageDeflateOptions whose server forgets between messages */
        public function withServerNoContextTakeover() {}

        /** @return PermessageDeflateOptions whose server may remember */
        public function withoutServerNoContextTakeover() {}

        /**
         * The size of the server's window.
         *
         * @param int $bits 8 to 15: 2 to this power bytes; default 15
         * @return PermessageDeflateOptions
         * @throws \Exception if $bits is something else
         */
        public function withServerMaxWindowBits($bits = 15) {}

        /**
         * The size of the client's window.
         *
         * @param int $bits 8 to 15: 2 to this power bytes; default 15
         * @return PermessageDeflateOptions
         * @throws \Exception if $bits is something else
         */
        public function withClientMaxWindowBits($bits = 15) {}

        /**
         * The offers of permessage-deflate in Sec-WebSocket-Extensions, in order, and
         * behind them one that is disabled.
         *
         * @return PermessageDeflateOptions[]
         * @throws InvalidPermessageDeflateOptionsException if one of them is malformed
         */
        public static function fromRequestOrResponse(\Psr\Http\Message\MessageInterface $requestOrResponse) {}

        /** @return bool|null null: nothing was said */
        public function getServerNoContextTakeover() {}

        /** @return bool|null null: nothing was said */
        public function getClientNoContextTakeover() {}

        /** @return int|null null: it is disabled */
        public function getServerMaxWindowBits() {}

        /** @return int|null null: it is disabled */
        public function getClientMaxWindowBits() {}

        /** @return bool */
        public function isEnabled() {}

        /**
         * Adds Sec-WebSocket-Extensions, if it is enabled.
         *
         * @return \Psr\Http\Message\ResponseInterface
         */
        public function addHeaderToResponse(\Psr\Http\Message\ResponseInterface $response) {}

        /**
         * Adds Sec-WebSocket-Extensions, if it is enabled.
         *
         * @return \Psr\Http\Message\RequestInterface
         */
        public function addHeaderToRequest(\Psr\Http\Message\RequestInterface $request) {}

        /**
         * Whether this can be had: the extension was built with zlib, and that version
         * of PHP is 7.1.4 or later, or 7.0.18 or later of 7.0.
         *
         * @param string $version default: that of this PHP
         * @return bool
         */
        public static function permessageDeflateSupported($version = PHP_VERSION) {}
    }

    /**
     * The server's side: answers requests in Ratchet's words.
     */
    class ServerNegotiator implements NegotiatorInterface
    {
        /** @var RequestVerifier */
        private $verifier = null;

        /** @var \Psr\Http\Message\ResponseFactoryInterface|null */
        private $responseFactory = null;

        /** @var array names as keys */
        private $_supportedSubProtocols = [];

        /** @var bool */
        private $_strictSubProtocols = false;

        /** @var bool */
        private $enablePerMessageDeflate = false;

        /**
         * @param RequestVerifier $requestVerifier is asked about each part of a request
         * @param \Psr\Http\Message\ResponseFactoryInterface|bool|null $responseFactory makes
         *        the answers (0.4.0); default null: native ones. A bool is
         *        $enablePerMessageDeflate (0.3.1)
         * @param bool $enablePerMessageDeflate agree on compression; default false
         * @throws \Exception if that is wanted and the extension was built without zlib
         * @throws \TypeError if $responseFactory is something else
         */
        public function __construct(RequestVerifier $requestVerifier, $responseFactory = null, $enablePerMessageDeflate = false) {}

        /**
         * Whether Sec-WebSocket-Version is 13.
         *
         * @return bool
         */
        public function isProtocol(\Psr\Http\Message\RequestInterface $request) {}

        /**
         * @return int 13
         */
        public function getVersionNumber() {}

        /**
         * The answer: 101, or 400, 405, 426 or 505.
         *
         * @return \Psr\Http\Message\ResponseInterface
         * @throws \LogicException if a subclass has not called this constructor
         */
        public function handshake(\Psr\Http\Message\RequestInterface $request) {}

        /**
         * The value of Sec-WebSocket-Accept for a key.
         *
         * @param string $key
         * @return string
         */
        public function sign($key) {}

        /**
         * The sub-protocols that the server speaks.
         *
         * @param array $protocols names
         * @return void
         */
        public function setSupportedSubProtocols(array $protocols) {}

        /**
         * Whether a request that names no common sub-protocol is refused with 426;
         * at first it is not.
         *
         * @param bool $enable
         * @return void
         */
        public function setStrictSubProtocolCheck($enable) {}
    }

    /**
     * The client's side: makes requests and checks answers.
     */
    class ClientNegotiator
    {
        /** @var ResponseVerifier */
        private $verifier = null;

        /** @var \Psr\Http\Message\RequestInterface */
        private $defaultHeader = null;

        /** @var \Psr\Http\Message\RequestFactoryInterface|null */
        private $requestFactory = null;

        /**
         * @param \Psr\Http\Message\RequestFactoryInterface|PermessageDeflateOptions|null $requestFactory
         *        makes the requests (0.4.0); default null: native ones. Options are
         *        $perMessageDeflateOptions (0.3.1)
         * @param PermessageDeflateOptions|null $perMessageDeflateOptions what is offered; default: no compression
         * @throws \TypeError if $requestFactory is something else
         */
        public function __construct($requestFactory = null, ?PermessageDeflateOptions $perMessageDeflateOptions = null) {}

        /**
         * A request for a WebSocket, with a new key.
         *
         * @return \Psr\Http\Message\RequestInterface
         * @throws \LogicException if a subclass has not called this constructor
         */
        public function generateRequest(\Psr\Http\Message\UriInterface $uri) {}

        /**
         * Whether the answer accepts the request.
         *
         * @return bool
         * @throws \LogicException if a subclass has not called this constructor
         */
        public function validateResponse(\Psr\Http\Message\RequestInterface $request, \Psr\Http\Message\ResponseInterface $response) {}

        /**
         * A new key: the base64 of 16 random bytes.
         *
         * @return string
         * @throws \Random\RandomException|\Exception if the system's random source fails
         */
        public function generateKey() {}

        /**
         * @return int 13
         */
        public function getVersion() {}
    }
}
