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

namespace WsChat\Routing {

    /**
     * What all exceptions of routing are. Mirrors Symfony\Component\Routing\Exception\ExceptionInterface.
     */
    interface ExceptionInterface extends \Throwable
    {
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
     * What a matcher knows of a request besides its path. Mirrors Symfony\Component\Routing\RequestContext.
     *
     * @not-serializable
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
     * A pattern of paths. Mirrors Symfony\Component\Routing\Route.
     *
     * A path has placeholders: `{name}` is anything up to the next separator, `{name<\d+>}` what the
     * expression allows, `{name?value}` may be left out at the end of the path. The option `utf8` makes
     * the expressions those of UTF-8.
     *
     * @not-serializable
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
     *
     * @not-serializable
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
     * Finds the route of a path. Mirrors Symfony\Component\Routing\Matcher\UrlMatcher.
     *
     * @not-serializable
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
