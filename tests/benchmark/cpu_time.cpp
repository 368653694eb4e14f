// SPDX-License-Identifier: BSL-1.0
// Runs a command and appends a line "<label> <milliseconds>" to a file: user and system time of the command and of what
// it started. The shell's own `times` counts in steps of 10 ms.
//
//   cpu_time <file> <label> <command> [<argument> ...]
//
// Exit code: the command's; 2 for a wrong call.
#include <cstdio>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

double milliseconds(const timeval& t) { return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3; }

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("cpu_time <file> <label> <command> [<argument> ...]\n", stderr);
        return 2;
    }
    const pid_t child = fork();
    if (child < 0) {
        std::perror("fork");
        return 2;
    }
    if (child == 0) {
        execvp(argv[3], argv + 3);
        std::perror(argv[3]);
        _exit(127);
    }
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child) {
        std::perror("wait4");
        return 2;
    }
    if (!WIFEXITED(status)) return 1;
    if (WEXITSTATUS(status) != 0) return WEXITSTATUS(status);
    std::FILE* file = std::fopen(argv[1], "a");
    if (file == nullptr) {
        std::perror(argv[1]);
        return 2;
    }
    std::fprintf(file, "%s %.3f\n", argv[2], milliseconds(used.ru_utime) + milliseconds(used.ru_stime));
    std::fclose(file);
    return 0;
}
