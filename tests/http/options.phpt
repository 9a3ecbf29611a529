--TEST--
document_root and health_path: what is no folder and no path is refused with the reason
--FILE--
<?php
require __DIR__ . '/../include/skip.inc';
use Ratchet\Server\{EchoServer, IoServer};

function attempt(array $options): void
{
    try {
        IoServer::factory(new EchoServer, 0, '127.0.0.1', $options)->socket->close();
        echo "listens\n";
    } catch (Throwable $e) {
        echo get_class($e), ': ', $e->getMessage(), "\n";
    }
}

attempt(['document_root' => '/nowhere/at/all']);
attempt(['document_root' => '/etc/passwd']);
attempt(['document_root' => "/etc\0"]);
attempt(['document_root' => ['/etc']]);
attempt(['document_root' => '']);
attempt(['document_root' => '.']);
attempt(['health_path' => 'health']);
attempt(['health_path' => '/health?x']);
attempt(['health_path' => '/a b']);
attempt(['health_path' => 5]);
attempt(['health_path' => '/health']);
attempt(['document_rot' => '.']);
var_dump(ini_set('wschat.health_path', 'health'));
ini_set('wschat.document_root', '/nowhere/at/all');
attempt([]);
ini_set('wschat.document_root', '');
ini_set('open_basedir', __DIR__);
attempt(['document_root' => '/etc']);
attempt(['document_root' => __DIR__]);
?>
--EXPECTF--
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "document_root" must be the path of a folder that open_basedir allows, "/nowhere/at/all" given: No such file or directory
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "document_root" must be the path of a folder that open_basedir allows, "/etc/passwd" given: Not a directory
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "document_root" must be the path of a folder that open_basedir allows, "/etc" given: No such file or directory
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "document_root" must be the path of a folder that open_basedir allows, array given
listens
listens
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "health_path" must be a path that begins with a slash, such as /health, "health" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "health_path" must be a path that begins with a slash, such as /health, "/health?x" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "health_path" must be a path that begins with a slash, such as /health, "/a b" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "health_path" must be a path that begins with a slash, such as /health, int given
listens
ValueError: %s"document_rot"%s"document_root"%s

Warning: wschat.health_path = "health" is ignored: it must be a path that begins with a slash, such as /health in %s on line %d
bool(false)
ValueError: wschat.document_root must be the path of a folder that open_basedir allows, "/nowhere/at/all" given: No such file or directory
ValueError: Ratchet\Server\IoServer::factory(): Argument #4%S option "document_root" must be the path of a folder that open_basedir allows, "/etc" given: Operation not permitted
listens
