<?php

/**
 * SPDX-License-Identifier: MIT
 *
 * What the extension wschat declares, for IDEs and static analysis: for PhpStorm, PHPStan and Psalm to read, not to be
 * run. ./dev stubs makes it from ext/php/*.stub.php.
 */

namespace Evenement {
    /**
     * Mirrors Evenement\EventEmitterInterface.
     */
    interface EventEmitterInterface
    {
        /**
         * @param string|int $event
         * @return static
         */
        public function on($event, callable $listener);

        /**
         * @param string|int $event
         * @return static
         */
        public function once($event, callable $listener);

        /**
         * @param string|int $event
         * @return void
         */
        public function removeListener($event, callable $listener);

        /**
         * @param string|int|null $event
         * @return void
         */
        public function removeAllListeners($event = null);

        /**
         * $event is optional in Evenement 3, and a must in Evenement 2, whose classes have to fit as well.
         *
         * @param string|int|null $event
         * @return callable[]
         */
        public function listeners($event);

        /**
         * @param string|int $event
         * @return void
         */
        public function emit($event, array $arguments = []);
    }
}

namespace Psr\Http\Message {
    /** What requests and responses have in common. */
    interface MessageInterface
    {
        /**
         * The version of HTTP, such as "1.1".
         *
         * @return string
         */
        public function getProtocolVersion();

        /**
         * With another version of HTTP.
         *
         * @return static
         */
        public function withProtocolVersion(string $version);

        /**
         * All headers: name, in the case in which it came first => list of values.
         *
         * @return string[][]
         */
        public function getHeaders();

        /**
         * Whether there is such a header, in any case.
         *
         * @return bool
         */
        public function hasHeader(string $name);

        /**
         * The values of a header, in any case; [] when there is none.
         *
         * @return string[]
         */
        public function getHeader(string $name);

        /**
         * The values of a header joined with ", "; "" when there is none.
         *
         * @return string
         */
        public function getHeaderLine(string $name);

        /**
         * With this header in place of any of that name (RFC 9110 section 5).
         *
         * @param string|string[] $value
         * @return static
         */
        public function withHeader(string $name, $value);

        /**
         * With these values behind those that the header has.
         *
         * @param string|string[] $value
         * @return static
         */
        public function withAddedHeader(string $name, $value);

        /**
         * Without the header, in any case.
         *
         * @return static
         */
        public function withoutHeader(string $name);

        /**
         * The body. Clones share it.
         *
         * @return StreamInterface
         */
        public function getBody();

        /**
         * With another body.
         *
         * @return static
         */
        public function withBody(StreamInterface $body);
    }

    /** A request, as a client sends it. */
    interface RequestInterface extends MessageInterface
    {
        /**
         * What stands in the request line: the target that was set, else path and query of the URI.
         *
         * @return string
         */
        public function getRequestTarget();

        /**
         * With this in the request line (RFC 9112 section 3.2), in which no white space may be.
         *
         * @return static
         */
        public function withRequestTarget(string $requestTarget);

        /**
         * The method.
         *
         * @return string
         */
        public function getMethod();

        /**
         * With another method.
         *
         * @return static
         */
        public function withMethod(string $method);

        /**
         * The URI.
         *
         * @return UriInterface
         */
        public function getUri();

        /**
         * With another URI. Its host, if it has one, becomes the Host header, unless there is
         * one already and $preserveHost is true.
         *
         * @return static
         */
        public function withUri(UriInterface $uri, bool $preserveHost = false);
    }

    /** A response. */
    interface ResponseInterface extends MessageInterface
    {
        /**
         * The status, 100 to 599.
         *
         * @return int
         */
        public function getStatusCode();

        /**
         * With another status, 100 to 599; without a phrase with that of the status, if it has one.
         *
         * @return static
         */
        public function withStatus(int $code, string $reasonPhrase = '');

        /**
         * The phrase behind the status, which may be empty.
         *
         * @return string
         */
        public function getReasonPhrase();
    }

    /** A request, as a server has taken it apart. */
    interface ServerRequestInterface extends RequestInterface
    {
        /**
         * What $_SERVER would hold.
         *
         * @return array
         */
        public function getServerParams();

        /**
         * The cookies: name => value.
         *
         * @return array
         */
        public function getCookieParams();

        /**
         * With these cookies; the headers stay.
         *
         * @return static
         */
        public function withCookieParams(array $cookies);

        /**
         * The query, decoded.
         *
         * @return array
         */
        public function getQueryParams();

        /**
         * With this query; the URI stays.
         *
         * @return static
         */
        public function withQueryParams(array $query);

        /**
         * A tree with an UploadedFileInterface in each leaf.
         *
         * @return array
         */
        public function getUploadedFiles();

        /**
         * With these files.
         *
         * @return static
         */
        public function withUploadedFiles(array $uploadedFiles);

        /**
         * The body, decoded.
         *
         * @return null|array|object
         */
        public function getParsedBody();

        /**
         * With this as the decoded body.
         *
         * @param null|array|object $data
         * @return static
         */
        public function withParsedBody($data);

        /**
         * All attributes that were derived from the request.
         *
         * @return array
         */
        public function getAttributes();

        /**
         * One attribute, $default when there is none.
         *
         * @param mixed $default
         * @return mixed
         */
        public function getAttribute(string $name, $default = null);

        /**
         * With this attribute.
         *
         * @param mixed $value
         * @return static
         */
        public function withAttribute(string $name, $value);

        /**
         * Without this attribute.
         *
         * @return static
         */
        public function withoutAttribute(string $name);
    }

    /** The body of a message. */
    interface StreamInterface
    {
        /** All of it, from the start. */
        public function __toString(): string;

        /**
         * Closes it and what is under it.
         *
         * @return void
         */
        public function close();

        /**
         * Hands out what is under it, null when that has happened before. The stream is of no
         * more use.
         *
         * @return resource|null
         */
        public function detach();

        /**
         * The size in bytes, null when it is not known.
         *
         * @return int|null
         */
        public function getSize();

        /**
         * The position in bytes.
         *
         * @return int
         */
        public function tell();

        /**
         * Whether a read has met the end.
         *
         * @return bool
         */
        public function eof();

        /**
         * Whether seek() works.
         *
         * @return bool
         */
        public function isSeekable();

        /**
         * Goes to a position in bytes, as fseek() counts it.
         *
         * @return void
         */
        public function seek(int $offset, int $whence = SEEK_SET);

        /**
         * Goes to the start.
         *
         * @return void
         */
        public function rewind();

        /**
         * Whether write() works.
         *
         * @return bool
         */
        public function isWritable();

        /**
         * Writes at the position; returns how many bytes.
         *
         * @return int
         */
        public function write(string $string);

        /**
         * Whether read() works.
         *
         * @return bool
         */
        public function isReadable();

        /**
         * Up to so many bytes from the position on.
         *
         * @return string
         */
        public function read(int $length);

        /**
         * All from the position to the end.
         *
         * @return string
         */
        public function getContents();

        /**
         * What stream_get_meta_data() says: all, or what stands at $key, null if nothing does.
         *
         * @return mixed
         */
        public function getMetadata(?string $key = null);
    }

    /** A file that came with a request. */
    interface UploadedFileInterface
    {
        /**
         * The contents.
         *
         * @return StreamInterface
         */
        public function getStream();

        /**
         * Moves the file to that path.
         *
         * @return void
         */
        public function moveTo(string $targetPath);

        /**
         * The size in bytes, null when it is not known.
         *
         * @return int|null
         */
        public function getSize();

        /**
         * One of the constants UPLOAD_ERR_….
         *
         * @return int
         */
        public function getError();

        /**
         * The name that the client gave.
         *
         * @return string|null
         */
        public function getClientFilename();

        /**
         * The media type that the client gave.
         *
         * @return string|null
         */
        public function getClientMediaType();
    }

    /** A URI (RFC 3986). */
    interface UriInterface
    {
        /**
         * The scheme in lower case, without ":".
         *
         * @return string
         */
        public function getScheme();

        /**
         * [user-info@]host[:port].
         *
         * @return string
         */
        public function getAuthority();

        /**
         * user[:password].
         *
         * @return string
         */
        public function getUserInfo();

        /**
         * The host in lower case, an IPv6 address in brackets.
         *
         * @return string
         */
        public function getHost();

        /**
         * The port; null when there is none, or it is the scheme's own.
         *
         * @return int|null
         */
        public function getPort();

        /**
         * The path, escaped.
         *
         * @return string
         */
        public function getPath();

        /**
         * The query, escaped, without "?".
         *
         * @return string
         */
        public function getQuery();

        /**
         * The fragment, escaped, without "#".
         *
         * @return string
         */
        public function getFragment();

        /**
         * With another scheme, "" for none.
         *
         * @return static
         */
        public function withScheme(string $scheme);

        /**
         * With another user and password, "" for none.
         *
         * @return static
         */
        public function withUserInfo(string $user, ?string $password = null);

        /**
         * With another host, "" for none.
         *
         * @return static
         */
        public function withHost(string $host);

        /**
         * With another port, 0 to 65535, null for none.
         *
         * @return static
         */
        public function withPort(?int $port);

        /**
         * With another path, which is escaped where it must be.
         *
         * @return static
         */
        public function withPath(string $path);

        /**
         * With another query, which is escaped where it must be, "" for none.
         *
         * @return static
         */
        public function withQuery(string $query);

        /**
         * With another fragment, which is escaped where it must be, "" for none.
         *
         * @return static
         */
        public function withFragment(string $fragment);

        /** The URI (RFC 3986 section 5.3). */
        public function __toString(): string;
    }
}

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
}

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
}

namespace Ratchet {
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
}

namespace Ratchet\Http {
    /**
     * Reads a request head (RFC 9112) out of what a connection receives.
     * Mirrors Ratchet\Http\HttpRequestParser.
     *
     * Its constant EOM, the string "\r\n\r\n" that ends a head, is declared in C.
     */
    class HttpRequestParser implements \Ratchet\MessageInterface
    {
        const EOM = "\r\n\r\n";

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
}

namespace Ratchet {
    /**
     * The interface of an application. Mirrors Ratchet\MessageComponentInterface.
     */
    interface MessageComponentInterface extends ComponentInterface, MessageInterface
    {
    }
}

namespace Ratchet\Http {
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

namespace Ratchet\RFC6455\Handshake {
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

    /**
     * A header with permessage-deflate that breaks RFC 7692 section 7.1.
     */
    class InvalidPermessageDeflateOptionsException extends \Exception
    {
    }

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
}

namespace Ratchet\RFC6455\Messaging {
    /**
     * Which close codes a peer may send (RFC 6455 section 7.4.2 and the IANA
     * registry): 1000 to 1003, 1007 to 1014 and 3000 to 4999.
     */
    class CloseFrameChecker
    {
        public function __construct() {}

        /**
         * Whether the code may be sent.
         *
         * @param int $val
         * @return bool
         * @throws \TypeError if $val cannot be cast to int
         */
        public function __invoke($val) {}
    }

    /**
     * What can be put on the wire: a frame or a whole message.
     */
    interface DataInterface
    {
        /**
         * Whether all of it has arrived.
         *
         * @return bool
         */
        public function isCoalesced();

        /**
         * The length of the payload in bytes.
         *
         * @return int
         */
        public function getPayloadLength();

        /**
         * The payload, unmasked.
         *
         * @return string
         */
        public function getPayload();

        /**
         * The bytes as they stand on the wire, headers included.
         *
         * @return string
         */
        public function getContents();

        /**
         * The payload, unmasked.
         */
        public function __toString(): string;
    }

    /**
     * One frame (RFC 6455 section 5.2).
     */
    interface FrameInterface extends DataInterface
    {
        /**
         * Takes the next bytes from the wire.
         *
         * @param string $buf
         * @return void
         */
        public function addBuffer($buf);

        /**
         * Whether this is the last frame of its message (FIN).
         *
         * @return bool
         */
        public function isFinal();

        /**
         * Whether the payload is masked on the wire (MASK).
         *
         * @return bool
         */
        public function isMasked();

        /**
         * The opcode, 0 to 15.
         *
         * @return int
         */
        public function getOpcode();

        /**
         * The 4 bytes that mask the payload, '' when it is not masked.
         *
         * @return string
         */
        public function getMaskingKey();
    }

    /**
     * One frame (RFC 6455 section 5.2), made to be sent or filled from the wire.
     *
     * The properties show the frame's state and may be read, the protected ones
     * by a subclass. What a script writes there does not change the frame.
     */
    class Frame implements FrameInterface
    {
        /** @var int */
        const OP_CONTINUE = 0;
        /** @var int */
        const OP_TEXT = 1;
        /** @var int */
        const OP_BINARY = 2;
        /** @var int */
        const OP_CLOSE = 8;
        /** @var int */
        const OP_PING = 9;
        /** @var int */
        const OP_PONG = 10;
        /** @var int */
        const CLOSE_NORMAL = 1000;
        /** @var int */
        const CLOSE_GOING_AWAY = 1001;
        /** @var int */
        const CLOSE_PROTOCOL = 1002;
        /** @var int */
        const CLOSE_BAD_DATA = 1003;
        /** @var int */
        const CLOSE_NO_STATUS = 1005;
        /** @var int */
        const CLOSE_ABNORMAL = 1006;
        /** @var int */
        const CLOSE_BAD_PAYLOAD = 1007;
        /** @var int */
        const CLOSE_POLICY = 1008;
        /** @var int */
        const CLOSE_TOO_BIG = 1009;
        /** @var int */
        const CLOSE_MAND_EXT = 1010;
        /** @var int */
        const CLOSE_SRV_ERR = 1011;
        /** @var int */
        const CLOSE_TLS = 1015;
        /** @var int */
        const MASK_LENGTH = 4;

        /**
         * The bytes held, as they stand on the wire.
         *
         * @var string
         */
        protected $data = "";

        /**
         * How many bytes are held, header included.
         *
         * @var int
         */
        public $bytesRecvd = 0;

        /**
         * The length of the payload by the header, -1 while unknown.
         *
         * @var int
         */
        protected $defPayLen = -1;

        /**
         * FIN, RSV1 to RSV3 and the opcode, -1 while unknown.
         *
         * @var int
         */
        protected $firstByte = -1;

        /**
         * MASK and the 7 bits of length, -1 while unknown.
         *
         * @var int
         */
        protected $secondByte = -1;

        /**
         * An unmasked frame around $payload; without one, an empty frame to be
         * filled by addBuffer().
         *
         * @param string|null $payload int, float, bool and Stringable are cast; default null
         * @param bool $final the FIN bit; default true
         * @param int $opcode one of the OP_ constants, not checked; default 1 (text)
         * @param callable|null $ufExceptionFactory gets a text and returns what is
         *        thrown where bytes are missing; default: an UnderflowException
         * @throws \TypeError if $payload cannot be cast to string or $opcode to int
         */
        public function __construct($payload = null, $final = true, $opcode = 1, ?callable $ufExceptionFactory = null) {}

        /**
         * Whether header and payload are complete.
         *
         * @return bool
         */
        public function isCoalesced() {}

        /**
         * Takes the next bytes from the wire. What follows the frame's end is
         * kept for extractOverflow().
         *
         * @param string $buf
         * @return void
         * @throws \TypeError if $buf cannot be cast to string
         */
        public function addBuffer($buf) {}

        /**
         * The FIN bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function isFinal() {}

        /**
         * Sets or clears the RSV1 bit (RFC 7692 section 6).
         *
         * @param bool $value default true
         * @return Frame this one
         * @throws \UnderflowException before the first byte
         */
        public function setRsv1($value = true) {}

        /**
         * The RSV1 bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function getRsv1() {}

        /**
         * The RSV2 bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function getRsv2() {}

        /**
         * The RSV3 bit.
         *
         * @return bool
         * @throws \UnderflowException before the first byte
         */
        public function getRsv3() {}

        /**
         * The MASK bit.
         *
         * @return bool
         * @throws \UnderflowException before the second byte
         */
        public function isMasked() {}

        /**
         * The 4 bytes of the masking key, '' when the frame is not masked.
         *
         * @return string
         * @throws \UnderflowException before the key is complete
         */
        public function getMaskingKey() {}

        /**
         * A new masking key: 4 printable ASCII characters from the system's
         * random source (RFC 6455 section 10.3).
         *
         * @return string
         * @throws \Random\RandomException|\Exception if that source fails
         */
        public function generateMaskingKey() {}

        /**
         * Masks the payload (RFC 6455 section 5.3), with a new key if it is masked already.
         *
         * @param string|null $maskingKey 4 ASCII characters; default null: generateMaskingKey()
         * @return Frame this one
         * @throws \InvalidArgumentException if the key is not 4 bytes long
         * @throws \OutOfBoundsException if the key is not ASCII
         * @throws \UnderflowException if the frame is not complete
         */
        public function maskPayload($maskingKey = null) {}

        /**
         * Takes the mask off; nothing happens without one.
         *
         * @return Frame this one
         * @throws \UnderflowException if the frame is not complete
         */
        public function unMaskPayload() {}

        /**
         * XORs bytes with a key that is repeated as often as needed. The frame stays as it is.
         *
         * @param string $maskingKey of any length but 0
         * @param string|null $payload default null: the frame's payload as it stands on the wire
         * @return string
         * @throws \ValueError if the key is empty and the payload is not
         * @throws \UnderflowException if $payload is null and the frame is not complete
         */
        public function applyMask($maskingKey, $payload = null) {}

        /**
         * The opcode.
         *
         * @return int
         * @throws \UnderflowException before the first byte
         */
        public function getOpcode() {}

        /**
         * The 7 bits of length in the second byte: 0 to 125, or 126 and 127 for a longer field.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        protected function getFirstPayloadVal() {}

        /**
         * The size of the length field in bits: 7, 23 or 71.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        protected function getNumPayloadBits() {}

        /**
         * The size of the length field in bytes, the second byte included: 1, 3 or 9.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        protected function getNumPayloadBytes() {}

        /**
         * The payload's length by the header; negative if its highest bit is
         * set, which RFC 6455 section 5.2 forbids: such a frame never completes.
         *
         * @return int
         * @throws \UnderflowException before the length is complete
         */
        public function getPayloadLength() {}

        /**
         * The length of the header: the offset at which the payload starts.
         *
         * @return int
         * @throws \UnderflowException before the second byte
         */
        public function getPayloadStartingByte() {}

        /**
         * The payload, unmasked.
         *
         * @return string
         * @throws \UnderflowException if the frame is not complete
         */
        public function getPayload() {}

        /**
         * The frame's bytes as they stand on the wire, without what follows them.
         *
         * @return string
         * @throws \UnderflowException before the length is complete
         */
        public function getContents() {}

        /**
         * As much of the payload as has arrived, unmasked.
         *
         * @throws \UnderflowException before the header is complete
         */
        public function __toString(): string {}

        /**
         * Takes away what was added beyond the end of the frame.
         *
         * @return string '' if there is nothing or the frame is not complete
         */
        public function extractOverflow() {}
    }

    /**
     * One message: the frames from the first to the final one (RFC 6455 section 5.4).
     */
    interface MessageInterface extends DataInterface, \Traversable, \Countable
    {
        /**
         * Appends the next frame.
         *
         * @return MessageInterface
         */
        public function addFrame(FrameInterface $fragment);

        /**
         * The opcode of the first frame.
         *
         * @return int
         */
        public function getOpcode();

        /**
         * Whether the message is binary; otherwise it is text.
         *
         * @return bool
         */
        public function isBinary();
    }

    /**
     * One message: the frames from the first to the final one (RFC 6455 section 5.4).
     */
    class Message implements \IteratorAggregate, MessageInterface
    {
        /**
         * A message without frames.
         */
        public function __construct() {}

        /**
         * The frames in order, as \SplDoublyLinkedList. Frames that are added
         * later appear in it; what a script does to the list does not change
         * the message.
         *
         * @return \Traversable
         */
        #[\ReturnTypeWillChange]
        public function getIterator() {}

        /**
         * How many frames there are.
         *
         * @return int
         */
        #[\ReturnTypeWillChange]
        public function count() {}

        /**
         * Whether the last frame is complete and final.
         *
         * @return bool
         */
        public function isCoalesced() {}

        /**
         * Appends the next frame.
         *
         * @return Message this one
         * @throws \UnderflowException if the frame does not know its length yet
         */
        public function addFrame(FrameInterface $fragment) {}

        /**
         * The opcode of the first frame.
         *
         * @return int
         * @throws \UnderflowException without frames
         */
        public function getOpcode() {}

        /**
         * The payload lengths of all frames together, in bytes.
         *
         * @return int
         */
        public function getPayloadLength() {}

        /**
         * The payloads of all frames, unmasked.
         *
         * @return string
         * @throws \UnderflowException if the message is not complete
         */
        public function getPayload() {}

        /**
         * The bytes of all frames as they stand on the wire.
         *
         * @return string
         * @throws \UnderflowException if the message is not complete
         */
        public function getContents() {}

        /**
         * The payloads of the frames there are, unmasked.
         *
         * @throws \UnderflowException if a frame is not complete
         */
        public function __toString(): string {}

        /**
         * Whether the first frame's opcode is Frame::OP_BINARY.
         *
         * @return bool
         * @throws \UnderflowException without frames
         */
        public function isBinary() {}

        /**
         * The RSV1 bit of the first frame, false without frames.
         *
         * @return bool
         */
        public function getRsv1() {}
    }

    /**
     * The bytes of one WebSocket connection go in by onData(), its messages and
     * control frames come out by callbacks; without a socket and for either side.
     *
     * What is received is held to RFC 6455 as strictly as by the server: the first
     * byte that breaks a rule ends the connection. Then $onControl gets the Close
     * frame that is to be sent, and nothing more is delivered; nor is anything
     * after a Close frame of the peer.
     *
     * A callback that feeds the buffer gets what waits delivered in order, before
     * onData() returns. If one throws, onData() throws, and what has not been read
     * is delivered at the next call.
     */
    class MessageBuffer
    {
        /**
         * @param CloseFrameChecker $frameChecker is asked about received close codes
         * @param callable $onMessage gets a Message and this buffer
         * @param callable|null $onControl gets a Frame and this buffer: a Ping, a
         *        Pong, or the Close that is to be sent back; default: nobody is told
         * @param bool $expectMask true: the peer is a client, whose frames must be
         *        masked; false: it is a server, whose must not, and what is sent is
         *        masked; default true
         * @param callable|null $exceptionFactory what newFrame() gives its frames; default null
         * @param int|null $maxMessagePayloadSize bytes; 0: no limit; default: a quarter
         *        of memory_limit, or wschat.max_message_size if that is unlimited
         * @param int|null $maxFramePayloadSize bytes, likewise
         * @param callable|null $sender gets the bytes that sendFrame() and sendMessage() make; default null
         * @param \Ratchet\RFC6455\Handshake\PermessageDeflateOptions|null $permessageDeflateOptions what
         *        was agreed on (RFC 7692); default: no compression
         * @throws \InvalidArgumentException if a limit is no int or negative, or
         *         compression is enabled without $sender
         * @throws \TypeError if $exceptionFactory is neither callable nor null or false
         */
        public function __construct(CloseFrameChecker $frameChecker, callable $onMessage, ?callable $onControl = null, $expectMask = true, $exceptionFactory = null, $maxMessagePayloadSize = null, $maxFramePayloadSize = null, ?callable $sender = null, ?\Ratchet\RFC6455\Handshake\PermessageDeflateOptions $permessageDeflateOptions = null) {}

        /**
         * Takes the next bytes from the wire and calls back.
         *
         * @param string $data
         * @return void
         * @throws \LogicException if a subclass has not called this constructor
         * @throws \Throwable what a callback throws
         */
        public function onData($data) {}

        /**
         * Whether the frame may come now: it itself, or the Close frame that is the
         * answer to it. A subclass that overrides it is asked about control frames as
         * they come and about the frames of a message when that is complete.
         *
         * @return FrameInterface
         */
        public function frameCheck(FrameInterface $frame) {}

        /**
         * Whether the message is binary or its payload valid UTF-8.
         *
         * @return bool|int true, or the close code 1007
         */
        public function checkMessage(MessageInterface $message) {}

        /**
         * An empty message.
         *
         * @return MessageInterface
         */
        public function newMessage() {}

        /**
         * A frame with this buffer's exception factory.
         *
         * @param string|null $payload default null: an empty frame to be filled by addBuffer()
         * @param bool|null $final default null: true
         * @param int|null $opcode default null: Frame::OP_TEXT
         * @return FrameInterface
         */
        public function newFrame($payload = null, $final = null, $opcode = null) {}

        /**
         * A Close frame (RFC 6455 section 5.5.1).
         *
         * @param int $code its low 16 bits are used
         * @param string $reason default ''
         * @return FrameInterface
         */
        public function newCloseFrame($code, $reason = '') {}

        /**
         * Gives the bytes of the frame to the sender, masked if the peer is a server
         * and compressed if that was agreed on and makes it smaller. Any
         * FrameInterface is taken.
         *
         * @return void
         * @throws \Exception if there is no sender
         */
        public function sendFrame(Frame $frame) {}

        /**
         * Sends a message, or a fragment of one: the first with the opcode, the others
         * as continuations.
         *
         * @param string $messagePayload
         * @param bool $final whether it ends the message; default true
         * @param bool $isBinary the same for all fragments of a message; default false
         * @return void
         * @throws \Exception if there is no sender, or $isBinary has changed within a message
         */
        public function sendMessage($messagePayload, $final = true, $isBinary = false) {}
    }
}

namespace Ratchet\Server {
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

    /**
     * Answers whatever it gets with a policy file for Flash sockets. Mirrors Ratchet\Server\FlashPolicy.
     */
    class FlashPolicy implements \Ratchet\MessageComponentInterface
    {
        /** @var string the document that the elements are added to */
        protected $_policy = '<?xml version="1.0"?><!DOCTYPE cross-domain-policy SYSTEM "http://www.adobe.com/xml/dtds/cross-domain-policy.dtd"><cross-domain-policy></cross-domain-policy>';

        /** @var array lists of domain, ports, secure */
        protected $_access = [];

        /** @var string */
        protected $_siteControl = '';

        /** @var string */
        protected $_cache = '';

        /** @var bool */
        protected $_cacheValid = false;

        /**
         * @param string $domain a host name or an address; `*` alone or as the first label stands for any
         * @param string $ports numbers and ranges such as `80,8000-8010`, or `*`
         * @param bool $secure
         * @return FlashPolicy
         * @throws \UnexpectedValueException if the domain or the ports are none
         */
        public function addAllowedAccess($domain, $ports = '*', $secure = false) {}

        /** @return FlashPolicy */
        public function clearAllowedAccess() {}

        /**
         * @param string $permittedCrossDomainPolicies `all`, `master-only` or `none`
         * @return FlashPolicy
         * @throws \UnexpectedValueException if it is none of them
         */
        public function setSiteControl($permittedCrossDomainPolicies = 'all') {}

        /** @return void */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg
         * @return void
         * @throws \UnexpectedValueException if nothing is allowed
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return void */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * @return \SimpleXMLElement
         * @throws \UnexpectedValueException if nothing is allowed
         * @throws \RuntimeException if the extension simplexml is not loaded; onMessage() does without it
         */
        public function renderPolicy() {}

        /**
         * @param string $permittedCrossDomainPolicies
         * @return bool
         */
        public function validateSiteControl($permittedCrossDomainPolicies) {}

        /**
         * @param string $domain
         * @return bool
         */
        public function validateDomain($domain) {}

        /**
         * @param string $port
         * @return bool
         */
        public function validatePorts($port) {}
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
     * Listens on a port and hands its connections to a component. Mirrors Ratchet\Server\IoServer.
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
        public static function factory(\Ratchet\MessageComponentInterface $component, $port = 80, $address = '0.0.0.0') { func_get_args(); }

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
     * Closes connections from blocked addresses without a byte. Mirrors Ratchet\Server\IpBlackList.
     */
    class IpBlackList implements \Ratchet\MessageComponentInterface
    {
        /** @var array address => true */
        protected $_blacklist = [];

        /** @var \Ratchet\MessageComponentInterface|null */
        protected $_decorating = null;

        /**
         * @param \Ratchet\MessageComponentInterface $component what is behind the list
         */
        public function __construct(\Ratchet\MessageComponentInterface $component) {}

        /**
         * @param string $ip an address without a port
         * @return IpBlackList
         */
        public function blockAddress($ip) {}

        /**
         * @param string $ip
         * @return IpBlackList
         */
        public function unblockAddress($ip) {}

        /**
         * @param string $address an address, an IPv4 one with or without a port
         * @return bool
         */
        public function isBlocked($address) {}

        /** @return array the addresses */
        public function getBlockedAddresses() {}

        /**
         * @param string $address
         * @return string the address without its port, if it is an IPv4 one
         */
        public function filterAddress($address) {}

        /** @return mixed what the component returns */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg
         * @return mixed what the component returns
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /** @return void */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }
}

namespace Ratchet {
    const VERSION = 'Ratchet/0.4.4';
}

namespace Ratchet\Wamp {
    /**
     * What a client has sent is no message of the protocol, or the application says so.
     * Thrown in a callback below WampServer, it closes the connection with 1007 and nobody
     * else hears of it. Mirrors Ratchet\Wamp\Exception.
     */
    class Exception extends \Exception
    {
    }

    /**
     * A message is no JSON. The code is json_last_error() at the time it was made, the message
     * says what that means. Mirrors Ratchet\Wamp\JsonException.
     */
    class JsonException extends Exception
    {
        public function __construct() {}
    }
}

namespace Ratchet\WebSocket {
    /**
     * For a component that names the sub-protocols it speaks (RFC 6455 section 1.9).
     * Mirrors Ratchet\WebSocket\WsServerInterface.
     */
    interface WsServerInterface
    {
        /**
         * Asked once, by the constructor of WsServer.
         *
         * @return string[] names of sub-protocols, as in Sec-WebSocket-Protocol
         */
        public function getSubProtocols();
    }
}

namespace Ratchet\Wamp {
    /**
     * Reads the messages of clients and wraps their connections. Mirrors Ratchet\Wamp\ServerProtocol.
     */
    class ServerProtocol implements \Ratchet\MessageComponentInterface, \Ratchet\WebSocket\WsServerInterface
    {
        /** @var int */
        const MSG_WELCOME = 0;
        /** @var int */
        const MSG_PREFIX = 1;
        /** @var int */
        const MSG_CALL = 2;
        /** @var int */
        const MSG_CALL_RESULT = 3;
        /** @var int */
        const MSG_CALL_ERROR = 4;
        /** @var int */
        const MSG_SUBSCRIBE = 5;
        /** @var int */
        const MSG_UNSUBSCRIBE = 6;
        /** @var int */
        const MSG_PUBLISH = 7;
        /** @var int */
        const MSG_EVENT = 8;

        /** @var WampServerInterface */
        protected $_decorating = null;

        /** @var \SplObjectStorage the WampConnection of each connection */
        protected $connections = null;

        public function __construct(WampServerInterface $serverComponent) {}

        /**
         * @return string[] those of the component, and 'wamp'
         */
        public function getSubProtocols() {}

        /**
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string $msg a text message
         * @return void
         * @throws JsonException if it is no JSON
         * @throws Exception if it is no message of the protocol, or lacks a part that its type needs
         * @throws \UnexpectedValueException if the connection was not opened here
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /**
         * @return void
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}
    }

    /**
     * A topic and its subscribers. A new one is made for the next subscriber after the last has
     * left; an application may keep the old one. Mirrors Ratchet\Wamp\Topic.
     *
     * @implements \IteratorAggregate<int, \Ratchet\ConnectionInterface>
     */
    class Topic implements \IteratorAggregate, \Countable
    {
        /** @var string */
        private $id = null;

        /** @var \SplObjectStorage */
        private $subscribers = null;

        /**
         * @param string $topicId its URI
         */
        public function __construct($topicId) {}

        /**
         * @return string
         */
        public function getId() {}

        public function __toString(): string {}

        /**
         * Sends an event to the subscribers.
         *
         * @param mixed $msg what json_encode() takes; encoded once for all subscribers
         * @param array $exclude session ids that do not get it
         * @param array $eligible session ids that alone get it; empty: all
         * @return Topic
         */
        public function broadcast($msg, array $exclude = [], array $eligible = []) {}

        /**
         * @return bool
         */
        public function has(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return Topic
         */
        public function add(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return Topic
         */
        public function remove(\Ratchet\ConnectionInterface $conn) {}

        /**
         * The storage itself. The type is taken away at registration, as Ratchet's method has none.
         *
         * @return \Traversable
         */
        #[\ReturnTypeWillChange]
        public function getIterator() {}

        /**
         * The number of subscribers. The type is taken away at registration, too.
         *
         * @return int
         */
        #[\ReturnTypeWillChange]
        public function count() {}
    }

    /**
     * The interface of an application that speaks WAMP. Below WampServer, $conn is a
     * WampConnection and $topic a Topic. Mirrors Ratchet\Wamp\WampServerInterface.
     */
    interface WampServerInterface extends \Ratchet\ComponentInterface
    {
        /**
         * The client calls a procedure and expects callResult() or callError(), now or later.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param string|int|float|null $id the client's name for this call
         * @param Topic|string $topic the URI of the procedure
         * @param array $params its arguments; the only one is spread if it is an array
         * @return void
         */
        public function onCall(\Ratchet\ConnectionInterface $conn, $id, $topic, array $params);

        /**
         * The client has subscribed and is counted already. Not called when it was subscribed before.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param Topic|string $topic
         * @return void
         */
        public function onSubscribe(\Ratchet\ConnectionInterface $conn, $topic);

        /**
         * The client has unsubscribed and is no longer counted. Not called when it was not subscribed.
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param Topic|string $topic
         * @return void
         */
        public function onUnSubscribe(\Ratchet\ConnectionInterface $conn, $topic);

        /**
         * The client publishes. Nobody gets it unless this calls $topic->broadcast().
         *
         * @param \Ratchet\ConnectionInterface $conn
         * @param Topic|string $topic
         * @param mixed $event whatever JSON can say; objects come as arrays
         * @param array $exclude session ids that shall not get it
         * @param array $eligible session ids that alone shall get it; empty: all
         * @return void
         */
        public function onPublish(\Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible);
    }

    /**
     * Makes Topic objects of the URIs that clients name and keeps who has subscribed to which.
     * Mirrors Ratchet\Wamp\TopicManager.
     */
    class TopicManager implements \Ratchet\WebSocket\WsServerInterface, WampServerInterface
    {
        /** @var WampServerInterface */
        protected $app = null;

        /** @var Topic[] by URI */
        protected $topicLookup = [];

        public function __construct(WampServerInterface $app) {}

        /**
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @param string|int|float|null $id
         * @param string $topic a URI
         * @param array $params
         * @return void
         */
        public function onCall(\Ratchet\ConnectionInterface $conn, $id, $topic, array $params) {}

        /**
         * @param string $topic a URI
         * @return void
         */
        public function onSubscribe(\Ratchet\ConnectionInterface $conn, $topic) {}

        /**
         * @param string $topic a URI
         * @return void
         */
        public function onUnsubscribe(\Ratchet\ConnectionInterface $conn, $topic) {}

        /**
         * @param string $topic a URI
         * @param mixed $event
         * @param array $exclude
         * @param array $eligible
         * @return void
         */
        public function onPublish(\Ratchet\ConnectionInterface $conn, $topic, $event, array $exclude, array $eligible) {}

        /**
         * Tells the application first, which still sees the subscriptions, then ends them.
         *
         * @return void
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * @return string[] those of the application
         */
        public function getSubProtocols() {}

        /**
         * @param string $topic a URI
         * @return Topic the one that exists, or a new one
         */
        protected function getTopic($topic) {}

        /**
         * Takes the connection off the topic, and the topic out of the registry if it was the last.
         *
         * @return void
         */
        protected function cleanTopic(Topic $topic, \Ratchet\ConnectionInterface $conn) {}
    }

    /**
     * One client. $conn->WAMP is a \stdClass with sessionId (string), prefixes (array) and, below
     * TopicManager, subscriptions (\SplObjectStorage of Topic); it lies on the wrapped connection.
     * Mirrors Ratchet\Wamp\WampConnection.
     *
     * @property \stdClass $WAMP
     */
    class WampConnection extends \Ratchet\AbstractConnectionDecorator
    {
        /**
         * Gives the connection its session id and sends the welcome message.
         */
        public function __construct(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Answers a call.
         *
         * @param string|int|float|null $id as onCall() has got it
         * @param mixed $data what json_encode() takes
         * @return WampConnection
         */
        public function callResult($id, $data = []) {}

        /**
         * Refuses a call.
         *
         * @param string|int|float|null $id as onCall() has got it
         * @param Topic|string $errorUri
         * @param string $desc for people
         * @param mixed $details for programs; null: none are sent
         * @return WampConnection
         */
        public function callError($id, $errorUri, $desc = '', $details = null) {}

        /**
         * Sends an event of a topic to this client alone.
         *
         * @param Topic|string $topic
         * @param mixed $msg what json_encode() takes
         * @return WampConnection
         */
        public function event($topic, $msg) {}

        /**
         * Agrees with the client on a short name.
         *
         * @param string $curie the short name
         * @param string $uri what it stands for
         * @return WampConnection
         */
        public function prefix($curie, $uri) {}

        /**
         * The whole URI of a short form: 'name:rest' is the name's URI, '#' and the rest. What has
         * no known name in front, or http:// or https:// anywhere, is returned as it is.
         *
         * @param string $uri
         * @return string
         */
        public function getUri($uri) {}

        /**
         * @param string $data handed to the wrapped connection as it is
         * @return WampConnection
         */
        public function send($data) {}

        /**
         * @param int|\Ratchet\RFC6455\Messaging\DataInterface|null $opt handed to the wrapped connection; null is
         *        the close code 0 to a WsConnection
         * @return void
         */
        public function close($opt = null) {}
    }

    /**
     * WAMP version 1 for an application, to stand below WsServer: a ServerProtocol around a
     * TopicManager around the application. Mirrors Ratchet\Wamp\WampServer.
     */
    class WampServer implements \Ratchet\MessageComponentInterface, \Ratchet\WebSocket\WsServerInterface
    {
        /** @var ServerProtocol */
        protected $wampProtocol = null;

        public function __construct(WampServerInterface $app) {}

        /**
         * @return void
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Closes the connection with 1007 on a Ratchet\Wamp\Exception.
         *
         * @param string $msg a text message
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $conn, $msg) {}

        /**
         * @return void
         */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * @return string[] those of the application, and 'wamp'
         */
        public function getSubProtocols() {}
    }
}

namespace Ratchet\WebSocket {
    /**
     * What a WsServer keeps of a connection that it serves by its bytes. Mirrors Ratchet\WebSocket\ConnContext.
     */
    class ConnContext
    {
        /** @var \Ratchet\WebSocket\WsConnection|null */
        public $connection = null;

        /** @var \Ratchet\RFC6455\Messaging\MessageBuffer|null what has come of a message */
        public $buffer = null;

        public function __construct(WsConnection $conn, \Ratchet\RFC6455\Messaging\MessageBuffer $buffer) {}
    }

    /**
     * Mirrors Ratchet\WebSocket\MessageCallableInterface.
     */
    interface MessageCallableInterface
    {
        /**
         * @param \Ratchet\ConnectionInterface $conn the connection that sent it
         * @param \Ratchet\RFC6455\Messaging\MessageInterface $msg the message with its frames
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $conn, \Ratchet\RFC6455\Messaging\MessageInterface $msg);
    }

    /**
     * An application that wants messages as objects, to tell text from binary.
     * Mirrors Ratchet\WebSocket\MessageComponentInterface.
     */
    interface MessageComponentInterface extends \Ratchet\ComponentInterface, MessageCallableInterface
    {
    }

    /**
     * A WebSocket connection. Mirrors Ratchet\WebSocket\WsConnection.
     *
     * @property-read int $resourceId 1, 2, 3 ...: grows with every connection and is never reused
     * @property-read string $remoteAddress the client's IP address, without a port; '' if it has none
     * @property-read string|null $peerCertificate over TLS: the client's certificate as PEM, if the option verify_peer
     *                has asked for one
     * @property-read \stdClass $WebSocket ->closing is true once a Close has been sent
     * @property-read bool $messageIsBinary whether the message that onMessage() got last was binary (RFC 6455 section
     *        5.6): set before the call, it stays until the next message of this connection; false before the first
     * @property-read int $bufferedAmount bytes queued for it that the kernel has not taken yet, frame headers
     *        included; a message that waits under a slow_policy, or was sent by sendLatest(), counts some 90 bytes more
     * @property-read int $droppedMessages messages that slow_policy has dropped
     * @property-read int|null $closeCode the close code (RFC 6455 section 7.4) that ended it: the peer's, 1005 if its
     *        Close had none, ours, 1008 if its queue was full, 1006 if it just went; null as long as nobody closes
     * @property-read string|null $closeReason what that Close said
     * @property-read string|null $closeInitiator who was first: 'peer' and 'server' by a Close or, the server, by
     *        dropping it; 'network': an end without a Close, or no answer to a Ping
     */
    class WsConnection extends \Ratchet\AbstractConnectionDecorator
    {
        /**
         * Sends a text message, or a Frame or Message as it is. Does nothing once the connection is closing.
         *
         * @param string|int|float|bool|\Stringable|\Ratchet\RFC6455\Messaging\DataInterface $msg
         * @return WsConnection
         * @throws \UnderflowException if $msg is null or an incomplete Frame or Message
         * @throws \TypeError if $msg is an array or an object without __toString()
         */
        public function send($msg) {}

        /**
         * Sends a binary message. Does nothing once the connection is closing. Not of Ratchet, where it takes
         * `send(new Frame($data, true, Frame::OP_BINARY))`.
         *
         * @param string $data any bytes
         * @return WsConnection
         * @throws \TypeError if $data is no string, and under strict_types no number or \Stringable either
         */
        public function sendBinary(string $data) {}

        /**
         * Starts the closing handshake (RFC 6455 section 7.1.2). Does nothing once the connection is closing.
         *
         * @param int|\Ratchet\RFC6455\Messaging\DataInterface $code the close code, or a whole Close frame
         * @return void
         */
        public function close($code = 1000) {}

        /**
         * Sends a message that makes an earlier one with the same key worthless: while that one is queued and
         * nothing of it is on its way, this one takes its place in the queue. Else it is sent like any other.
         * Not of Ratchet. A connection that the engine does not serve gets all of them, by its send().
         *
         * @param string|int|float|bool|\Stringable|\Ratchet\RFC6455\Messaging\DataInterface $msg a text, or one
         *        whole text or binary message
         * @param string $key what it is the latest of: 'price of X'; each connection has its own
         * @return WsConnection
         * @throws \UnderflowException if $msg is null
         * @throws \ValueError if $msg is a Frame or Message that is no single plain frame
         * @throws \TypeError if $msg is an array or an object without __toString()
         */
        public function sendLatest($msg, string $key) {}

        /**
         * Reads no more from the client until resume(): no onMessage() comes, and TCP holds the client back.
         * Messages that were read already come first then. Meanwhile its Pings are not answered, no ping of ours
         * is due, and that it leaves is noticed only when something is sent or reading goes on. close() ends the
         * pause. Does nothing once the connection is closing. Not of Ratchet.
         *
         * @return void
         * @throws \LogicException if the connection around which it was made can't be paused
         */
        public function pause() {}

        /**
         * Reads on. Does nothing without a pause().
         *
         * @return void
         * @throws \LogicException if the connection around which it was made can't be paused
         */
        public function resume() {}
    }

    /**
     * Speaks RFC 6455 for an application. Mirrors Ratchet\WebSocket\WsServer.
     *
     * Behind an IoServer and an HttpServer it is not called: the engine does its work. Its callbacks serve any
     * other connection, on the bytes that follow the request head.
     */
    class WsServer implements \Ratchet\Http\HttpServerInterface
    {
        /**
         * ConnContext by connection, as in Ratchet. Filled in when it is read: what a subclass puts into it
         * does not last.
         *
         * @var \SplObjectStorage|null
         */
        protected $connections = null;

        /**
         * @param \Ratchet\ComponentInterface $component a \Ratchet\WebSocket\MessageComponentInterface, which
         *        gets messages as objects, or a \Ratchet\MessageComponentInterface, which gets strings
         * @throws \UnexpectedValueException if it is neither
         */
        public function __construct(\Ratchet\ComponentInterface $component) {}

        /**
         * Answers the request: with 101, and the application's onOpen() follows, or with what refuses it.
         *
         * @return void
         * @throws \UnexpectedValueException if there is no request
         */
        public function onOpen(\Ratchet\ConnectionInterface $conn, ?\Psr\Http\Message\RequestInterface $request = null) {}

        /**
         * @param string $msg bytes as they came
         * @return void
         */
        public function onMessage(\Ratchet\ConnectionInterface $from, $msg) {}

        /** @return void */
        public function onClose(\Ratchet\ConnectionInterface $conn) {}

        /**
         * Before the application has heard of the connection it is just closed.
         *
         * @return void
         */
        public function onError(\Ratchet\ConnectionInterface $conn, \Exception $e) {}

        /**
         * Answers a Ping and a Close (RFC 6455 section 5.5), takes note of a Pong.
         *
         * @return void
         */
        public function onControlFrame(\Ratchet\RFC6455\Messaging\FrameInterface $frame, WsConnection $conn) {}

        /**
         * Is a client refused that offers sub-protocols of which the application speaks none?
         *
         * @param bool $enable true (the default of a new WsServer): refused with 426; false: accepted without one
         * @return void
         */
        public function setStrictSubProtocolCheck($enable) {}

        /**
         * Ratchet's keepalive instead of the options ping_interval and pong_timeout: every $interval,
         * each connection that has not answered the last Ping is closed and all others are pinged.
         *
         * @param \React\EventLoop\LoopInterface $loop the loop of the server
         * @param int|float $interval seconds, more than 0
         * @return void
         * @throws \ValueError if $interval is not more than 0
         */
        public function enableKeepAlive(\React\EventLoop\LoopInterface $loop, $interval = 30) {}
    }
}

namespace React\EventLoop {
    /**
     * Mirrors React\EventLoop\Factory, which React has deprecated in favour of Loop::get().
     */
    final class Factory
    {
        /**
         * The native loop, of which there is one; it is also that of Loop::get() from now on.
         *
         * @return LoopInterface
         */
        public static function create() {}
    }

    /**
     * The loop that everybody shares, by static methods. Mirrors React\EventLoop\Loop: each method but get(), set() and
     * stop() does what the method of LoopInterface of its name does, on the loop of get().
     */
    final class Loop
    {
        /** @var LoopInterface|null */
        private static $instance = null;

        /** @var bool */
        private static $stopped = false;

        /**
         * The loop: that of set(), IoServer::factory() or Factory::create(), if there was one, else the native loop.
         * If it is made here, it runs at the end of the script if it was neither run nor stopped until then, though not
         * after a fatal error or an uncaught exception.
         *
         * @return LoopInterface
         */
        public static function get() {}

        /**
         * From now on this loop is the one of get(), which may be of any class.
         *
         * @return void
         */
        public static function set(LoopInterface $loop) {}

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public static function addReadStream($stream, $listener) {}

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public static function addWriteStream($stream, $listener) {}

        /**
         * @param resource $stream
         * @return void
         */
        public static function removeReadStream($stream) {}

        /**
         * @param resource $stream
         * @return void
         */
        public static function removeWriteStream($stream) {}

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public static function addTimer($interval, $callback) {}

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public static function addPeriodicTimer($interval, $callback) {}

        /** @return void */
        public static function cancelTimer(TimerInterface $timer) {}

        /**
         * @param callable $listener
         * @return void
         */
        public static function futureTick($listener) {}

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public static function addSignal($signal, $listener) {}

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public static function removeSignal($signal, $listener) {}

        /** @return void */
        public static function run() {}

        /**
         * Ends run(), and keeps the loop from being run at the end of the script.
         *
         * @return void
         */
        public static function stop() {}
    }

    /**
     * Mirrors React\EventLoop\LoopInterface.
     */
    interface LoopInterface
    {
        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public function addReadStream($stream, $listener);

        /**
         * @param resource $stream
         * @param callable $listener
         * @return void
         */
        public function addWriteStream($stream, $listener);

        /**
         * @param resource $stream
         * @return void
         */
        public function removeReadStream($stream);

        /**
         * @param resource $stream
         * @return void
         */
        public function removeWriteStream($stream);

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public function addTimer($interval, $callback);

        /**
         * @param int|float $interval seconds
         * @param callable $callback
         * @return TimerInterface
         */
        public function addPeriodicTimer($interval, $callback);

        /** @return void */
        public function cancelTimer(TimerInterface $timer);

        /**
         * @param callable $listener
         * @return void
         */
        public function futureTick($listener);

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function addSignal($signal, $listener);

        /**
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function removeSignal($signal, $listener);

        /** @return void */
        public function run();

        /** @return void */
        public function stop();
    }

    /**
     * A timer of a loop. Mirrors React\EventLoop\TimerInterface.
     */
    interface TimerInterface
    {
        /** @return float seconds */
        public function getInterval();

        /** @return callable */
        public function getCallback();

        /** @return bool */
        public function isPeriodic();
    }
}

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
     * Mirrors React\Socket\ConnectionInterface.
     */
    interface ConnectionInterface extends \React\Stream\DuplexStreamInterface
    {
        /** @return string|null */
        public function getRemoteAddress();

        /** @return string|null */
        public function getLocalAddress();
    }

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
}

namespace WsChat {
    /**
     * The open connections of a server, in the order of their resourceId: Server::connections(). The keys of a foreach
     * are resource ids. It comes to every connection that was open when it began and still is when its turn comes;
     * one that is opened meanwhile is for the next.
     *
     * @implements \IteratorAggregate<int, \Ratchet\ConnectionInterface>
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

    /**
     * For an application, beside the interface it implements anyway, that wants to know when a slow client has
     * caught up.
     */
    interface DrainInterface
    {
        /**
         * More than the option high_water_mark was queued for this connection (`$conn->bufferedAmount`), and
         * low_water_mark or less is now. Called from the loop, once a turn at most, for open connections of the
         * engine. What it throws goes to onError().
         *
         * @return void
         */
        public function onDrain(\Ratchet\ConnectionInterface $conn);
    }
}

namespace WsChat\Evenement {
    /**
     * A listener written in C: what the native classes give to emitters and loops. For them only.
     */
    final class Callback
    {
        private function __construct() {}

        /**
         * @return void
         */
        public function __invoke(mixed ...$arguments) {}
    }

    /**
     * Calls listeners by the name of an event. Mirrors Evenement\EventEmitter of Evenement 3.
     */
    class EventEmitter implements \Evenement\EventEmitterInterface
    {
        /** @var array event => list of callables, in the order in which they came */
        protected $listeners = [];

        /** @var array the same for once() */
        protected $onceListeners = [];

        /**
         * Calls $listener at every such event from now on.
         *
         * @param string|int $event
         * @param callable $listener
         * @return static
         * @throws \InvalidArgumentException if $event is null
         * @throws \TypeError if $listener can't be called
         */
        public function on($event, callable $listener) {}

        /**
         * Calls $listener at the next such event only, after those of on().
         *
         * @param string|int $event
         * @param callable $listener
         * @return static
         * @throws \InvalidArgumentException if $event is null
         * @throws \TypeError if $listener can't be called
         */
        public function once($event, callable $listener) {}

        /**
         * Forgets a listener, the first of those that are identical, also one that is not there.
         *
         * @param string|int $event
         * @param callable $listener
         * @return void
         * @throws \InvalidArgumentException if $event is null
         */
        public function removeListener($event, callable $listener) {}

        /**
         * @param string|int|null $event null: the listeners of all events
         * @return void
         */
        public function removeAllListeners($event = null) {}

        /**
         * @param string|int|null $event
         * @return array the event's listeners; for null, event => listeners
         */
        public function listeners($event = null): array {}

        /**
         * Calls those that listen now, those of on() first; what they add or remove counts at the next event. What a
         * listener throws comes out of here, and the others are not called.
         *
         * @param string|int $event
         * @param array $arguments arguments of the listeners; string keys are names of parameters
         * @return void
         * @throws \InvalidArgumentException if $event is null
         */
        public function emit($event, array $arguments = []) {}
    }

    /**
     * The same for classes with another parent. Mirrors Evenement\EventEmitterTrait.
     */
    trait EventEmitterTrait
    {
        /** @var array event => list of callables */
        protected $listeners = [];

        /** @var array the same for once() */
        protected $onceListeners = [];

        /**
         * @param string|int $event
         * @param callable $listener
         * @return static
         */
        public function on($event, callable $listener) {}

        /**
         * @param string|int $event
         * @param callable $listener
         * @return static
         */
        public function once($event, callable $listener) {}

        /**
         * @param string|int $event
         * @param callable $listener
         * @return void
         */
        public function removeListener($event, callable $listener) {}

        /**
         * @param string|int|null $event
         * @return void
         */
        public function removeAllListeners($event = null) {}

        /**
         * @param string|int|null $event
         */
        public function listeners($event = null): array {}

        /**
         * @param string|int $event
         * @return void
         */
        public function emit($event, array $arguments = []) {}
    }
}

namespace WsChat {
    /**
     * A listener of native code, as the events of other packages call it. Not for scripts, which meet it in
     * listeners() and in backtraces.
     */
    final class Listener
    {
        private function __construct() {}

        /**
         * Takes what the event comes with.
         *
         * @return void
         */
        public function __invoke(mixed ...$arguments) {}
    }

    /**
     * What IoServer::factory() listens with, $server->socket: one socket or several. Clients that the server accepts go to its
     * component and are no events here; emit('connection', [$connection]) calls who listens, as in React.
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

    /**
     * The loop behind $server->loop and React\EventLoop\Loop::get(): one a process, on libevent. In a turn come ticks,
     * timers, signals, connections, streams that can be read, streams that can be written. What a callback throws
     * comes out of run(). Mirrors React\EventLoop\StreamSelectLoop, React\EventLoop\ExtEventLoop,
     * React\EventLoop\ExtEvLoop, React\EventLoop\ExtLibevLoop, React\EventLoop\ExtLibeventLoop and
     * React\EventLoop\ExtUvLoop.
     */
    class Loop implements \React\EventLoop\LoopInterface
    {
        /**
         * Another object for the one loop.
         *
         * @throws \RuntimeException if there is no descriptor or memory for it
         */
        public function __construct() {}

        /**
         * Calls $listener with the stream in each turn in which it can be read or has come to its end; bytes in PHP's own
         * buffer count. The first listener of a stream stays, another one is ignored. A stream may be closed without
         * being removed: it is forgotten then.
         *
         * @param resource $stream a regular file can always be read
         * @param callable $listener
         * @return void
         * @throws \TypeError if $stream is no open stream
         * @throws \ValueError if there is no descriptor behind it, as with php://memory, or a filter before it
         * @throws \RuntimeException if the system can't watch it
         */
        public function addReadStream($stream, $listener) {}

        /**
         * The same for a stream that can be written.
         *
         * @param resource $stream
         * @param callable $listener
         * @return void
         * @throws \TypeError as addReadStream()
         * @throws \ValueError
         * @throws \RuntimeException
         */
        public function addWriteStream($stream, $listener) {}

        /**
         * The stream may be closed already. One that is not watched is ignored.
         *
         * @param resource $stream
         * @return void
         */
        public function removeReadStream($stream) {}

        /**
         * The stream may be closed already. One that is not watched is ignored.
         *
         * @param resource $stream
         * @return void
         */
        public function removeWriteStream($stream) {}

        /**
         * Calls $callback once, with the timer as its argument. What it throws comes out of run().
         *
         * @param int|float $interval seconds; less than 0.000001 counts as that, INF is never
         * @param callable $callback
         * @return Timer
         */
        public function addTimer($interval, $callback) {}

        /**
         * Calls $callback again and again, with the timer as its argument. What it throws comes out of run().
         *
         * @param int|float $interval seconds; less than 0.000001 counts as that, INF is never
         * @param callable $callback
         * @return Timer
         */
        public function addPeriodicTimer($interval, $callback) {}

        /**
         * A timer that is not of this loop or has been called already is ignored.
         *
         * @return void
         */
        public function cancelTimer(\React\EventLoop\TimerInterface $timer) {}

        /**
         * Calls $listener in the next turn, in the order of the calls. What it throws comes out of run().
         *
         * @param callable $listener
         * @return void
         */
        public function futureTick($listener) {}

        /**
         * Calls $listener with the number, in the loop, each time the signal comes, in place of what it did before and
         * before a handler of pcntl_signal() that was set earlier. Several listeners are called in the order in which
         * they were added; the same one twice counts once. Needs no ext/pcntl. While there are listeners, run() goes on.
         *
         * @param int $signal such as SIGTERM, 15
         * @param callable $listener
         * @return void
         * @throws \ValueError if there is no such signal, or it can't be caught
         * @throws \RuntimeException if the loop of another thread listens to it
         */
        public function addSignal($signal, $listener) {}

        /**
         * Takes $listener away; with the last one the signal does again what it did before. An unknown one is ignored.
         *
         * @param int $signal
         * @param callable $listener
         * @return void
         */
        public function removeSignal($signal, $listener) {}

        /**
         * Runs until stop() or until no timer, tick, stream, signal listener, connection or open listening socket is left.
         * May be called again from inside a callback.
         *
         * @return void
         */
        public function run() {}

        /**
         * Ends run() when the present turn has ended.
         *
         * @return void
         */
        public function stop() {}

        /**
         * What React\EventLoop\Loop::get() registers as a shutdown function.
         *
         * @internal
         */
        private static function runAtEnd(): void {}
    }
}

namespace WsChat\Psr7 {
    /** Messages as bytes. Mirrors GuzzleHttp\Psr7\Message. */
    final class Message
    {
        /**
         * The bytes of a request or response, its body read from the start (RFC 9112 section 2.1).
         *
         * @throws \InvalidArgumentException when it is neither
         */
        public static function toString(\Psr\Http\Message\MessageInterface $message): string {}

        /**
         * A request from its bytes. What follows the first empty line is the body. A target that
         * begins with "/" gets scheme and host from the Host header: https if that ends in ":443".
         *
         * @param string $message
         * @throws \InvalidArgumentException when it is no request
         */
        public static function parseRequest($message): Request {}
    }

    /**
     * A request. Mirrors GuzzleHttp\Psr7\Request.
     */
    class Request implements \Psr\Http\Message\RequestInterface
    {
        /**
         * The method becomes upper case. Without a Host header the host of the URI becomes one.
         *
         * @param string $method
         * @param string|\Psr\Http\Message\UriInterface $uri
         * @param array $headers name => string or list of strings
         * @param null|string|resource|\Stringable|\Psr\Http\Message\StreamInterface $body
         * @throws \InvalidArgumentException
         */
        public function __construct($method, $uri, array $headers = [], $body = null, string $version = '1.1') {}

        /** What stands in the request line: the target that was set, else path and query of the URI. */
        public function getRequestTarget(): string {}

        /**
         * With this in the request line (RFC 9112 section 3.2), in which no white space may be.
         *
         * @param string $requestTarget
         * @throws \InvalidArgumentException
         */
        public function withRequestTarget($requestTarget): static {}

        /** The method. */
        public function getMethod(): string {}

        /**
         * With another method.
         *
         * @param string $method
         * @throws \InvalidArgumentException
         */
        public function withMethod($method): static {}

        /** The URI. */
        public function getUri(): \Psr\Http\Message\UriInterface {}

        /**
         * With another URI. Its host, if it has one, becomes the Host header, unless there is
         * one already and $preserveHost is true.
         *
         * @param bool $preserveHost
         * @throws \InvalidArgumentException when the host can be none
         */
        public function withUri(\Psr\Http\Message\UriInterface $uri, $preserveHost = false): static {}

        /** The version of HTTP, such as "1.1". */
        public function getProtocolVersion(): string {}

        /**
         * With another version of HTTP.
         *
         * @param string $version
         * @throws \InvalidArgumentException when a line would end in it
         */
        public function withProtocolVersion($version): static {}

        /**
         * All headers: name, in the case in which it came first => list of values.
         *
         * @return string[][]
         */
        public function getHeaders(): array {}

        /**
         * Whether there is such a header, in any case.
         *
         * @param string $name
         */
        public function hasHeader($name): bool {}

        /**
         * The values of a header, in any case; [] when there is none.
         *
         * @param string $name
         * @return string[]
         */
        public function getHeader($name): array {}

        /**
         * The values of a header joined with ", "; "" when there is none.
         *
         * @param string $name
         */
        public function getHeaderLine($name): string {}

        /**
         * With this header in place of any of that name (RFC 9110 section 5).
         *
         * @param string $name
         * @param string|string[] $value
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withHeader($name, $value): static {}

        /**
         * With these values behind those that the header has.
         *
         * @param string $name
         * @param string|string[] $value
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withAddedHeader($name, $value): static {}

        /**
         * Without the header, in any case.
         *
         * @param string $name
         */
        public function withoutHeader($name): static {}

        /** The body. Clones share it. */
        public function getBody(): \Psr\Http\Message\StreamInterface {}

        /** With another body. */
        public function withBody(\Psr\Http\Message\StreamInterface $body): static {}
    }

    /**
     * A response. Mirrors GuzzleHttp\Psr7\Response.
     */
    class Response implements \Psr\Http\Message\ResponseInterface
    {
        /**
         * @param int $status 100 to 599
         * @param array $headers name => string or list of strings
         * @param null|string|resource|\Stringable|\Psr\Http\Message\StreamInterface $body
         * @param string|null $reason null or "" for that of the status
         * @throws \InvalidArgumentException
         */
        public function __construct($status = 200, array $headers = [], $body = null, string $version = '1.1', ?string $reason = null) {}

        /** The status, 100 to 599. */
        public function getStatusCode(): int {}

        /**
         * With another status, 100 to 599; without a phrase with that of the status, if it has one.
         *
         * @param int $code
         * @param string $reasonPhrase
         * @throws \InvalidArgumentException
         */
        public function withStatus($code, $reasonPhrase = ''): static {}

        /** The phrase behind the status, which may be empty. */
        public function getReasonPhrase(): string {}

        /**
         * The version of HTTP, such as "1.1".
         */
        public function getProtocolVersion(): string {}

        /**
         * With another version of HTTP.
         *
         * @param string $version
         * @throws \InvalidArgumentException when a line would end in it
         */
        public function withProtocolVersion($version): static {}

        /**
         * All headers: name, in the case in which it came first => list of values.
         *
         * @return string[][]
         */
        public function getHeaders(): array {}

        /**
         * Whether there is such a header, in any case.
         *
         * @param string $name
         */
        public function hasHeader($name): bool {}

        /**
         * The values of a header, in any case; [] when there is none.
         *
         * @param string $name
         * @return string[]
         */
        public function getHeader($name): array {}

        /**
         * The values of a header joined with ", "; "" when there is none.
         *
         * @param string $name
         */
        public function getHeaderLine($name): string {}

        /**
         * With this header in place of any of that name (RFC 9110 section 5).
         *
         * @param string $name
         * @param string|string[] $value
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withHeader($name, $value): static {}

        /**
         * With these values behind those that the header has.
         *
         * @param string $name
         * @param string|string[] $value
         * @throws \InvalidArgumentException for a name that is no token and a value that is no text
         */
        public function withAddedHeader($name, $value): static {}

        /**
         * Without the header, in any case.
         *
         * @param string $name
         */
        public function withoutHeader($name): static {}

        /**
         * The body. Clones share it.
         */
        public function getBody(): \Psr\Http\Message\StreamInterface {}

        /**
         * With another body.
         */
        public function withBody(\Psr\Http\Message\StreamInterface $body): static {}
    }

    /**
     * A body: a stream of PHP, or a string that is put into one. Mirrors GuzzleHttp\Psr7\Stream.
     * A clone shares that stream, and its position. It is closed with the last who has it.
     */
    class Stream implements \Psr\Http\Message\StreamInterface
    {
        /**
         * @param string|resource $contents
         * @throws \InvalidArgumentException
         */
        public function __construct($contents = '') {}

        /**
         * All of it, from the start.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function __toString(): string {}

        /** Closes it and what is under it. */
        public function close(): void {}

        /**
         * Hands out what is under it, null when that has happened before. The stream is of no
         * more use.
         *
         * @return resource|null
         */
        public function detach() {}

        /** The size in bytes, null when it is not known. */
        public function getSize(): ?int {}

        /**
         * The position in bytes.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function tell(): int {}

        /**
         * Whether a read has met the end.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function eof(): bool {}

        /** Whether seek() works. */
        public function isSeekable(): bool {}

        /**
         * Goes to a position in bytes, as fseek() counts it.
         *
         * @param int $offset
         * @param int $whence
         * @throws \RuntimeException when it is detached or can not
         */
        public function seek($offset, $whence = SEEK_SET): void {}

        /**
         * Goes to the start.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function rewind(): void {}

        /** Whether write() works. */
        public function isWritable(): bool {}

        /**
         * Writes at the position; returns how many bytes.
         *
         * @param string $string
         * @throws \RuntimeException when it is detached or can not
         */
        public function write($string): int {}

        /** Whether read() works. */
        public function isReadable(): bool {}

        /**
         * Up to so many bytes from the position on.
         *
         * @param int $length
         * @throws \RuntimeException when it is detached or can not
         */
        public function read($length): string {}

        /**
         * All from the position to the end.
         *
         * @throws \RuntimeException when it is detached or can not
         */
        public function getContents(): string {}

        /**
         * What stream_get_meta_data() says: all, or what stands at $key, null if nothing does.
         *
         * @param string|null $key
         * @return mixed
         */
        public function getMetadata($key = null) {}
    }

    /**
     * A URI. Mirrors GuzzleHttp\Psr7\Uri.
     */
    class Uri implements \Psr\Http\Message\UriInterface, \JsonSerializable
    {
        /**
         * @param string $uri absolute, or relative to what only the caller knows
         * @throws \InvalidArgumentException when it can not be taken apart
         */
        public function __construct($uri = '') {}

        /** The scheme in lower case, without ":". */
        public function getScheme(): string {}

        /** [user-info@]host[:port]. */
        public function getAuthority(): string {}

        /** user[:password]. */
        public function getUserInfo(): string {}

        /** The host in lower case, an IPv6 address in brackets. */
        public function getHost(): string {}

        /** The port; null when there is none, or it is the scheme's own. */
        public function getPort(): ?int {}

        /** The path, escaped. */
        public function getPath(): string {}

        /** The query, escaped, without "?". */
        public function getQuery(): string {}

        /** The fragment, escaped, without "#". */
        public function getFragment(): string {}

        /**
         * With another scheme, "" for none.
         *
         * @param string $scheme
         * @throws \InvalidArgumentException
         */
        public function withScheme($scheme): static {}

        /**
         * With another user and password, "" for none.
         *
         * @param string $user
         * @param string|null $password
         * @throws \InvalidArgumentException
         */
        public function withUserInfo($user, $password = null): static {}

        /**
         * With another host, "" for none.
         *
         * @param string $host
         * @throws \InvalidArgumentException
         */
        public function withHost($host): static {}

        /**
         * With another port, 0 to 65535, null for none.
         *
         * @param int|null $port
         * @throws \InvalidArgumentException
         */
        public function withPort($port): static {}

        /**
         * With another path, which is escaped where it must be.
         *
         * @param string $path
         * @throws \InvalidArgumentException
         */
        public function withPath($path): static {}

        /**
         * With another query, which is escaped where it must be, "" for none.
         *
         * @param string $query
         * @throws \InvalidArgumentException
         */
        public function withQuery($query): static {}

        /**
         * With another fragment, which is escaped where it must be, "" for none.
         *
         * @param string $fragment
         * @throws \InvalidArgumentException
         */
        public function withFragment($fragment): static {}

        /** The URI (RFC 3986 section 5.3). */
        public function __toString(): string {}

        /** The same string. */
        public function jsonSerialize(): string {}
    }
}

namespace WsChat\React\Socket {
    /**
     * One connection over a stream of PHP's. Events: data (string), end, error (\Exception), close, drain,
     * pipe (the source). Mirrors React\Socket\Connection.
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
     * Listens on a descriptor that was there before, such as systemd's. Mirrors React\Socket\FdServer.
     */
    class FdServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
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
         */
        public function getAddress() {}

        /**
         * @return void
         */
        public function pause() {}

        /**
         * @return void
         */
        public function resume() {}

        /**
         * @return void
         */
        public function close() {}

        /**
         * @param resource $socket
         * @return void
         */
        public function handleConnection($socket) {}
    }

    /**
     * Passes on as many connections of another server as may be open at a time. Mirrors React\Socket\LimitingServer.
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
         */
        public function getAddress() {}

        /** @return void */
        public function pause() {}

        /** @return void */
        public function resume() {}

        /**
         * @return void
         */
        public function close() {}

        /** @return void */
        public function handleConnection(\React\Socket\ConnectionInterface $connection) {}

        /** @return void */
        public function handleDisconnection(\React\Socket\ConnectionInterface $connection) {}

        /** @return void */
        public function handleError(\Exception $error) {}
    }

    /**
     * TLS over the connections of another server. Mirrors React\Socket\SecureServer.
     */
    class SecureServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
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
         */
        public function pause() {}

        /**
         * @return void
         */
        public function resume() {}

        /**
         * @return void
         */
        public function close() {}

        /** @return void */
        public function handleConnection(\React\Socket\ConnectionInterface $connection) {}
    }

    /**
     * Listens on what the URI says: tcp://, tls://, unix:// or a port alone. Mirrors React\Socket\Server.
     */
    class Server extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
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
     */
    class SocketServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
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
         */
        public function getAddress() {}

        /**
         * @return void
         */
        public function pause() {}

        /**
         * @return void
         */
        public function resume() {}

        /**
         * @return void
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
     * Listens for TCP. Events: connection (ConnectionInterface), error (\Exception). Mirrors React\Socket\TcpServer.
     */
    class TcpServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
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
     */
    class UnixServer extends \WsChat\Evenement\EventEmitter implements \React\Socket\ServerInterface
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
         */
        public function getAddress() {}

        /**
         * @return void
         */
        public function pause() {}

        /**
         * @return void
         */
        public function resume() {}

        /**
         * Stops listening; the file stays.
         *
         * @return void
         */
        public function close() {}

        /**
         * @param resource $socket
         * @return void
         */
        public function handleConnection($socket) {}
    }
}

namespace WsChat\Routing {
    /**
     * What all exceptions of routing are. Mirrors Symfony\Component\Routing\Exception\ExceptionInterface.
     */
    interface ExceptionInterface extends \Throwable
    {
    }

    /**
     * A route fits, but for the method. Mirrors Symfony\Component\Routing\Exception\MethodNotAllowedException.
     */
    class MethodNotAllowedException extends \RuntimeException implements ExceptionInterface
    {
        /** @var string[] in upper case */
        protected $allowedMethods = [];

        /**
         * @param string[] $allowedMethods they are made upper case
         * @param string $message
         * @param int $code
         * @param \Throwable|null $previous
         */
        public function __construct(array $allowedMethods, string $message = '', int $code = 0, ?\Throwable $previous = null) {}

        /** @return string[] in upper case */
        public function getAllowedMethods(): array {}
    }

    /**
     * No route fits the path. Mirrors Symfony\Component\Routing\Exception\ResourceNotFoundException.
     */
    class ResourceNotFoundException extends \RuntimeException implements ExceptionInterface
    {
    }

    /**
     * The path is "/" and no route fits it. Mirrors Symfony\Component\Routing\Exception\NoConfigurationException.
     */
    class NoConfigurationException extends ResourceNotFoundException
    {
    }

    /**
     * What a matcher knows of a request besides its path. Mirrors Symfony\Component\Routing\RequestContext.
     */
    class RequestContext
    {
        private string $baseUrl = '';
        private string $pathInfo = '/';
        private string $method = 'GET';
        private string $host = 'localhost';
        private string $scheme = 'http';
        private int $httpPort = 80;
        private int $httpsPort = 443;
        private string $queryString = '';
        private array $parameters = [];

        public function __construct(string $baseUrl = '', string $method = 'GET', string $host = 'localhost', string $scheme = 'http', int $httpPort = 80, int $httpsPort = 443, string $path = '/', string $queryString = '') {}

        public function getBaseUrl(): string {}

        public function setBaseUrl(string $baseUrl): static {}

        public function getPathInfo(): string {}

        public function setPathInfo(string $pathInfo): static {}

        /** @return string in upper case */
        public function getMethod(): string {}

        public function setMethod(string $method): static {}

        /** @return string in lower case */
        public function getHost(): string {}

        public function setHost(string $host): static {}

        /** @return string in lower case */
        public function getScheme(): string {}

        public function setScheme(string $scheme): static {}

        public function getHttpPort(): int {}

        public function setHttpPort(int $httpPort): static {}

        public function getHttpsPort(): int {}

        public function setHttpsPort(int $httpsPort): static {}

        public function getQueryString(): string {}

        public function setQueryString(?string $queryString): static {}

        public function getParameters(): array {}

        public function setParameters(array $parameters): static {}

        public function getParameter(string $name): mixed {}

        public function hasParameter(string $name): bool {}

        public function setParameter(string $name, mixed $parameter): static {}

        public function isSecure(): bool {}
    }

    /**
     * Mirrors Symfony\Component\Routing\RequestContextAwareInterface.
     */
    interface RequestContextAwareInterface
    {
        /** @return void */
        public function setContext(RequestContext $context);

        /** @return RequestContext */
        public function getContext();
    }

    /**
     * A pattern of paths. Mirrors Symfony\Component\Routing\Route.
     *
     * A path has placeholders: `{name}` is anything up to the next separator, `{name<\d+>}` what the
     * expression allows, `{name?value}` may be left out at the end of the path. The option `utf8` makes
     * the expressions those of UTF-8.
     */
    class Route
    {
        private string $path = '/';
        private string $host = '';
        private array $schemes = [];
        private array $methods = [];
        private array $defaults = [];
        private array $requirements = [];
        private array $options = [];
        private string $condition = '';

        /**
         * @param string $path
         * @param array $defaults attributes of a match by name, unless the path has them
         * @param string[] $requirements regular expressions by name of the placeholder
         * @param array $options `utf8` is known
         * @param string|null $host a pattern as that of the path, or '' for any host
         * @param string|string[] $schemes none for any
         * @param string|string[] $methods none for any
         * @param string|null $condition no expressions can be evaluated: a route that has one throws when it is matched
         * @throws \InvalidArgumentException if a requirement is empty
         */
        public function __construct(string $path, array $defaults = [], array $requirements = [], array $options = [], ?string $host = '', string|array $schemes = [], string|array $methods = [], ?string $condition = '') {}

        public function getPath(): string {}

        public function setPath(string $pattern): static {}

        public function getHost(): string {}

        public function setHost(?string $pattern): static {}

        /** @return string[] in lower case */
        public function getSchemes(): array {}

        public function setSchemes(string|array $schemes): static {}

        public function hasScheme(string $scheme): bool {}

        /** @return string[] in upper case */
        public function getMethods(): array {}

        public function setMethods(string|array $methods): static {}

        public function getOptions(): array {}

        public function setOptions(array $options): static {}

        public function addOptions(array $options): static {}

        public function setOption(string $name, mixed $value): static {}

        public function getOption(string $name): mixed {}

        public function hasOption(string $name): bool {}

        public function getDefaults(): array {}

        public function setDefaults(array $defaults): static {}

        public function addDefaults(array $defaults): static {}

        public function getDefault(string $name): mixed {}

        public function hasDefault(string $name): bool {}

        public function setDefault(string $name, mixed $default): static {}

        public function getRequirements(): array {}

        public function setRequirements(array $requirements): static {}

        public function addRequirements(array $requirements): static {}

        public function getRequirement(string $key): ?string {}

        public function hasRequirement(string $key): bool {}

        /** @throws \InvalidArgumentException if $regex is empty */
        public function setRequirement(string $key, string $regex): static {}

        public function getCondition(): string {}

        public function setCondition(?string $condition): static {}
    }

    /**
     * Routes by name, in the order in which they are tried. Mirrors Symfony\Component\Routing\RouteCollection,
     * without aliases and resources.
     */
    class RouteCollection implements \IteratorAggregate, \Countable
    {
        private array $routes = [];
        private array $priorities = [];

        /** @return \ArrayIterator of routes by name */
        public function getIterator(): \ArrayIterator {}

        public function count(): int {}

        /**
         * @param string $name a route of the same name is replaced
         * @param Route $route
         * @param int $priority routes of a higher one are tried first
         * @return void
         */
        public function add(string $name, Route $route, int $priority = 0) {}

        /** @return Route[] by name, in the order in which they are tried */
        public function all(): array {}

        public function get(string $name): ?Route {}

        /**
         * @param string|string[] $name
         * @return void
         */
        public function remove(string|array $name) {}

        /**
         * Appends the routes of another collection, with their priorities.
         *
         * @return void
         */
        public function addCollection(RouteCollection $collection) {}

        /**
         * Puts $prefix in front of all paths.
         *
         * @return void
         */
        public function addPrefix(string $prefix, array $defaults = [], array $requirements = []) {}

        /**
         * Puts $prefix in front of all names.
         *
         * @return void
         */
        public function addNamePrefix(string $prefix) {}

        /** @return void */
        public function setHost(?string $pattern, array $defaults = [], array $requirements = []) {}

        /** @return void */
        public function setCondition(?string $condition) {}

        /** @return void */
        public function addDefaults(array $defaults) {}

        /** @return void */
        public function addRequirements(array $requirements) {}

        /** @return void */
        public function addOptions(array $options) {}

        /**
         * @param string|string[] $schemes
         * @return void
         */
        public function setSchemes(string|array $schemes) {}

        /**
         * @param string|string[] $methods
         * @return void
         */
        public function setMethods(string|array $methods) {}
    }

    /**
     * Mirrors Symfony\Component\Routing\Matcher\UrlMatcherInterface.
     */
    interface UrlMatcherInterface extends RequestContextAwareInterface
    {
        /**
         * @param string $pathinfo the path of a request, percent-encoded as it came
         * @return array the attributes of the route
         * @throws ResourceNotFoundException if no route fits
         * @throws MethodNotAllowedException if only the method does not fit
         */
        public function match(string $pathinfo);
    }

    /**
     * Finds the route of a path. Mirrors Symfony\Component\Routing\Matcher\UrlMatcher.
     */
    class UrlMatcher implements UrlMatcherInterface
    {
        /** @var RouteCollection|null */
        protected $routes = null;

        /** @var RequestContext|null */
        protected $context = null;

        public function __construct(RouteCollection $routes, RequestContext $context) {}

        /** @return void */
        public function setContext(RequestContext $context) {}

        public function getContext(): RequestContext {}

        /**
         * @return array the defaults of the route, what its placeholders stand for, and its name as `_route`
         * @throws ResourceNotFoundException if no route fits
         * @throws MethodNotAllowedException if only the method does not fit
         * @throws \LogicException if a route's pattern is none, or it has a condition
         */
        public function match(string $pathinfo): array {}
    }
}

namespace WsChat {
    /**
     * What Ratchet's IoServer has no method for: Server::from($ioServer) is the handle on it. It keeps the IoServer
     * alive.
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
     * The numbers of a server at one moment: Server::stats(). They begin at 0 when the server is made, but for
     * connections, open, queuedBytes and unfinishedBytes, which are of the moment, and those of the whole process,
     * exceptions, longestTurn and callbacks. WebSockets behind a layer written in PHP count as bytes, not as messages.
     */
    final class Stats
    {
        /** Connections that have not ended, whatever their state. */
        public readonly int $connections;

        /** Those that the application has: WebSockets, and plain TCP of a server without an HttpServer. */
        public readonly int $open;

        /** Connections accepted, and … */
        public readonly int $accepted;

        /** … how many of them have ended. */
        public readonly int $ended;

        /** Requests answered with 101. */
        public readonly int $handshakes;

        /** Messages handed to onMessage(); fragments are one, control frames none. */
        public readonly int $messagesReceived;

        /** Messages queued for the kernel, those of a broadcast for each connection; what slow_policy drops is none. */
        public readonly int $messagesSent;

        /** Bytes read, request heads and frame headers included, those of TLS itself left out. */
        public readonly int $bytesReceived;

        /** Bytes that the kernel has taken, in the same way. */
        public readonly int $bytesSent;

        /** WebSockets that have ended without a Close from either side: a client that is gone, or one that we cut. */
        public readonly int $lost;

        /** Bytes that wait to be sent (max_total_queued_bytes). */
        public readonly int $queuedBytes;

        /** Bytes of unfinished messages and request heads (max_receive_bytes). */
        public readonly int $unfinishedBytes;

        /** Messages dropped: 'slow' by slow_policy, 'rate' by rate_policy. */
        public readonly array $messagesDropped;

        /** Messages in whose place sendLatest() has put another. */
        public readonly int $messagesReplaced;

        /** Connections ended by us: 'slow' for their queue, 'rate' for what they sent. */
        public readonly array $connectionsDropped;

        /** Times that rate_policy has stopped reading a connection for a while. */
        public readonly int $rateWaits;

        /**
         * Turned away: 'origin' by allowed_origins, 'ban' by a ban, 'on_request' by that callable, 'black_list' by an
         * IpBlackList in front of the HttpServer, 'max_connections_per_address' by that limit.
         */
        public readonly array $refused;

        /**
         * Connections ended as a deadline has passed: 'handshake' (handshake_timeout), 'pong' (pong_timeout and
         * enableKeepAlive()), 'idle' (idle_timeout), 'send' (send_timeout), 'close' (close_timeout).
         */
        public readonly array $timeouts;

        /** Times that no connection could be accepted for want of descriptors or memory; new ones wait then. */
        public readonly int $acceptFailures;

        /** TLS handshakes that failed. */
        public readonly int $tlsFailures;

        /** Connections of trusted proxies closed for want of a PROXY header. */
        public readonly int $proxyFailures;

        /** Answers of HTTP by class of status, '2xx' to '5xx', 101 left out; not those that PHP writes byte by byte. */
        public readonly array $httpAnswers;

        /** Closing handshakes that the server has begun, by close code: 1000, 1001, 1002, 1007, 1008, 1009, 1011, 'other'. */
        public readonly array $closesSent;

        /** Exceptions of callbacks: 'onError', how many were given to it; 'log', how many have ended in the log. */
        public readonly array $exceptions;

        /** Seconds: the longest time of the last 30 to 60 seconds in which the loop has served nobody else. */
        public readonly float $longestTurn;

        /**
         * How long callbacks have taken, with the option callback_times; else empty. By 'onOpen', 'onMessage', 'onClose',
         * 'onError' and 'other' (timers, streams, signals, what comes after await()), each ['count' => int, 'sum' => float, 'buckets' => array]: how
         * many, the seconds together, and how many took at most so many seconds, by '0.0001', '0.001', '0.01', '0.1', 1
         * and '+Inf'.
         */
        public readonly array $callbacks;

        /** Server::stats() makes one. */
        private function __construct() {}

        /** The same in the text format of Prometheus, version 0.0.4: what metrics_path answers with. */
        public function toPrometheus(): string {}
    }

    final class Timer implements \React\EventLoop\TimerInterface
    {
        private function __construct() {}

        /** @return float seconds */
        public function getInterval() {}

        /** @return callable */
        public function getCallback() {}

        /** @return bool */
        public function isPeriodic() {}
    }

    /**
     * Waits for a promise while the server goes on, as React\Async\await() does.
     *
     * @param object $promise one with then(callable $onFulfilled, callable $onRejected), as React's
     * @return mixed what it was fulfilled with
     * @throws \Throwable what it was rejected with; an \UnexpectedValueException if that is no exception
     * @throws \TypeError if $promise has no then()
     * @throws \FiberError outside of a Fiber
     */
    function await(object $promise): mixed {}

    /**
     * Waits while the server goes on. For callbacks of servers with the option "await", and for any other Fiber.
     *
     * @param float $seconds 0 or more; 0 waits for the next turn of the loop
     * @throws \ValueError if $seconds is negative or no number
     * @throws \FiberError outside of a Fiber
     */
    function delay(float $seconds): void {}
}

/*
 * Names of other packages, which native classes have where vendor/ has none of that name. There it is one class with
 * two names; here the second one extends it, which all readers of this file understand. So neither is final here.
 */

namespace Evenement {
    class EventEmitter extends \WsChat\Evenement\EventEmitter {}

    trait EventEmitterTrait
    {
        use \WsChat\Evenement\EventEmitterTrait;
    }
}

namespace React\EventLoop {
    class ExtEvLoop extends \WsChat\Loop {}

    class ExtEventLoop extends \WsChat\Loop {}

    class ExtLibevLoop extends \WsChat\Loop {}

    class ExtLibeventLoop extends \WsChat\Loop {}

    class ExtUvLoop extends \WsChat\Loop {}

    class StreamSelectLoop extends \WsChat\Loop {}
}

namespace React\Socket {
    class Connection extends \WsChat\React\Socket\Connection {}

    class FdServer extends \WsChat\React\Socket\FdServer {}

    class LimitingServer extends \WsChat\React\Socket\LimitingServer {}

    class SecureServer extends \WsChat\React\Socket\SecureServer {}

    class Server extends \WsChat\React\Socket\Server {}

    class SocketServer extends \WsChat\React\Socket\SocketServer {}

    class TcpServer extends \WsChat\React\Socket\TcpServer {}

    class UnixServer extends \WsChat\React\Socket\UnixServer {}
}

namespace Symfony\Component\Routing\Exception {
    interface ExceptionInterface extends \WsChat\Routing\ExceptionInterface {}

    class MethodNotAllowedException extends \WsChat\Routing\MethodNotAllowedException implements \Symfony\Component\Routing\Exception\ExceptionInterface {}

    class NoConfigurationException extends \WsChat\Routing\NoConfigurationException {}

    class ResourceNotFoundException extends \WsChat\Routing\ResourceNotFoundException implements \Symfony\Component\Routing\Exception\ExceptionInterface {}
}

namespace Symfony\Component\Routing {
    interface RequestContextAwareInterface extends \WsChat\Routing\RequestContextAwareInterface {}
}

namespace Symfony\Component\Routing\Matcher {
    interface UrlMatcherInterface extends \WsChat\Routing\UrlMatcherInterface, \Symfony\Component\Routing\RequestContextAwareInterface {}

    class UrlMatcher extends \WsChat\Routing\UrlMatcher implements \Symfony\Component\Routing\Matcher\UrlMatcherInterface {}
}

namespace Symfony\Component\Routing {
    class RequestContext extends \WsChat\Routing\RequestContext {}

    class Route extends \WsChat\Routing\Route {}

    class RouteCollection extends \WsChat\Routing\RouteCollection {}
}
