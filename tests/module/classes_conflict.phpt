--TEST--
Module: who loads a file of these packages by hand is told what to set, before PHP's own error
--FILE--
<?php
$php = escapeshellarg(getenv('TEST_PHP_EXECUTABLE')) . ' ' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d html_errors=0 -d fatal_error_backtraces=0';
$file = sys_get_temp_dir() . '/wschat-conflict-' . getmypid() . '.php';
$sources = [
    'namespace Psr\Http\Message; interface UriInterface { }',
    'namespace Ratchet\Server; if (true) { class IoServer { } }',
    'namespace React\EventLoop; interface LoopInterface { }',
    'namespace Ratchet; interface Unknown { }',
    'namespace WsChat\Psr7; class Uri { }',
    'class Mine { } class Mine { }',
    'class ArrayObject { }',
    'error_reporting(E_ERROR | E_USER_ERROR); trigger_error("Cannot declare class Ratchet\\\\ConnectionInterface, because the name is already in use", E_USER_ERROR);',
];
foreach ([null, 'psr,react', 'psr'] as $classes) {
    echo '-- ', json_encode($classes), "\n";
    foreach ($sources as $source) {
        file_put_contents($file, "<?php\n$source\necho 'loaded ';");
        $ini = $classes === null ? '' : ' -d ' . escapeshellarg("wschat.classes=\"$classes\"");
        /* PHP says it in two ways. */
        $output = preg_replace('/Cannot (?:re)?declare \w+ ([\w\\\\]+).*/', 'Cannot declare $1', shell_exec("$php$ini $file"));
        echo trim(preg_replace('/\s+/', ' ', str_replace($file, 'FILE', $output))), "\n";
    }
}
unlink($file);
?>
--EXPECT--
-- null
Warning: Psr\Http\Message\UriInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "ratchet,react" in FILE on line 2 Fatal error: Cannot declare Psr\Http\Message\UriInterface
Warning: Ratchet\Server\IoServer is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "react,psr" in FILE on line 2 Fatal error: Cannot declare Ratchet\Server\IoServer
Warning: React\EventLoop\LoopInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "ratchet,psr" in FILE on line 2 Fatal error: Cannot declare React\EventLoop\LoopInterface
loaded
Fatal error: Cannot declare WsChat\Psr7\Uri
Fatal error: Cannot declare Mine
Fatal error: Cannot declare ArrayObject
Fatal error: Cannot declare Ratchet\ConnectionInterface
-- "psr,react"
Warning: Psr\Http\Message\UriInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "react" in FILE on line 2 Fatal error: Cannot declare Psr\Http\Message\UriInterface
loaded
Warning: React\EventLoop\LoopInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "psr" in FILE on line 2 Fatal error: Cannot declare React\EventLoop\LoopInterface
loaded
Fatal error: Cannot declare WsChat\Psr7\Uri
Fatal error: Cannot declare Mine
Fatal error: Cannot declare ArrayObject
Fatal error: Cannot declare Ratchet\ConnectionInterface
-- "psr"
Warning: Psr\Http\Message\UriInterface is a class of the extension wschat already, so this file need not be loaded; to use the file's instead, set wschat.classes in php.ini to "" in FILE on line 2 Fatal error: Cannot declare Psr\Http\Message\UriInterface
loaded
loaded
loaded
Fatal error: Cannot declare WsChat\Psr7\Uri
Fatal error: Cannot declare Mine
Fatal error: Cannot declare ArrayObject
Fatal error: Cannot declare Ratchet\ConnectionInterface
