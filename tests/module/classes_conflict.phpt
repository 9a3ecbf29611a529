--TEST--
Module: who loads a file of these packages by hand is told what to set, before PHP's own error
--FILE--
<?php
$php = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d html_errors=0 -d fatal_error_backtraces=0';
$file = sys_get_temp_dir() . '/wschat-conflict-' . getmypid() . '.php';
$sources = [
    'namespace Psr\Http\Message; interface UriInterface { }',
    'namespace RATCHET\Server; if (true) { class ioserver { } }',
    'namespace React\EventLoop; interface LoopInterface { }',
    'namespace Ratchet; interface Unknown { }',
    'namespace WsChat\Psr7; class Uri { }',
    'class Mine { } class Mine { }',
    'class ArrayObject { }',
    'trigger_error("Cannot declare class Ratchet\\\\ConnectionInterface, because the name is already in use", E_USER_ERROR);',
];
foreach ([null, 'psr,react', 'psr'] as $classes) {
    echo '-- ', json_encode($classes), "\n";
    foreach ($sources as $source) {
        file_put_contents($file, "<?php\n$source\necho 'loaded ';");
        $ini = $classes === null ? '' : ' -d ' . escapeshellarg("wschat.classes=\"$classes\"");
        echo trim(preg_replace('/\s+/', ' ', str_replace($file, 'FILE', shell_exec("$php$ini $file")))), "\n";
    }
}
unlink($file);
?>
--EXPECTF--
-- null
Warning: Psr\Http\Message\UriInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "ratchet,react" in FILE on line 2 Fatal error: Cannot declare interface Psr\Http\Message\UriInterface, because the name is already in use in FILE on line 2
Warning: RATCHET\Server\ioserver is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "react,psr" in FILE on line 2 Fatal error: Cannot declare class RATCHET\Server\ioserver, because the name is already in use in FILE on line 2
Warning: React\EventLoop\LoopInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "ratchet,psr" in FILE on line 2 Fatal error: Cannot declare interface React\EventLoop\LoopInterface, because the name is already in use in FILE on line 2
loaded
Fatal error: Cannot declare class WsChat\Psr7\Uri, because the name is already in use in FILE on line 2
Fatal error: Cannot %s Mine%s
Fatal error: Cannot declare class ArrayObject, because the name is already in use in FILE on line 2
Fatal error: Cannot declare class Ratchet\ConnectionInterface, because the name is already in use in FILE on line 2
-- "psr,react"
Warning: Psr\Http\Message\UriInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "react" in FILE on line 2 Fatal error: Cannot declare interface Psr\Http\Message\UriInterface, because the name is already in use in FILE on line 2
loaded
Warning: React\EventLoop\LoopInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "psr" in FILE on line 2 Fatal error: Cannot declare interface React\EventLoop\LoopInterface, because the name is already in use in FILE on line 2
loaded
Fatal error: Cannot declare class WsChat\Psr7\Uri, because the name is already in use in FILE on line 2
Fatal error: Cannot %s Mine%s
Fatal error: Cannot declare class ArrayObject, because the name is already in use in FILE on line 2
Fatal error: Cannot declare class Ratchet\ConnectionInterface, because the name is already in use in FILE on line 2
-- "psr"
Warning: Psr\Http\Message\UriInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "" in FILE on line 2 Fatal error: Cannot declare interface Psr\Http\Message\UriInterface, because the name is already in use in FILE on line 2
loaded
loaded
loaded
Fatal error: Cannot declare class WsChat\Psr7\Uri, because the name is already in use in FILE on line 2
Fatal error: Cannot %s Mine%s
Fatal error: Cannot declare class ArrayObject, because the name is already in use in FILE on line 2
Fatal error: Cannot declare class Ratchet\ConnectionInterface, because the name is already in use in FILE on line 2
