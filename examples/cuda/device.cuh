// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

/// What the kernels here need of the CUDA runtime.
namespace device {

inline void check(cudaError_t error) {
    if (error == cudaSuccess) return;
    std::fprintf(stderr, "%s\n", cudaGetErrorString(error));
    std::exit(1);
}

inline bool present() {
    int count = 0;
    return cudaGetDeviceCount(&count) == cudaSuccess && count > 0;
}

/// An array in the memory of the GPU.
template<class T>
class array {
public:
    explicit array(std::size_t size) : size_{size} { check(cudaMalloc(&data_, size * sizeof(T))); }
    explicit array(const std::vector<T>& values) : array(values.size()) {
        check(cudaMemcpy(data_, values.data(), size_ * sizeof(T), cudaMemcpyHostToDevice));
    }
    array(const array&) = delete;
    array& operator=(const array&) = delete;
    ~array() { cudaFree(data_); }

    T* data() const { return data_; }
    std::vector<T> values() const {
        std::vector<T> result(size_);
        check(cudaMemcpy(result.data(), data_, size_ * sizeof(T), cudaMemcpyDeviceToHost));
        return result;
    }

private:
    T* data_ = nullptr;
    std::size_t size_;
};

/// The best of some launches.
template<class Launch>
float seconds(Launch launch) {
    cudaEvent_t start, stop;
    check(cudaEventCreate(&start));
    check(cudaEventCreate(&stop));
    float best = 0;
    for (int i = 0; i < 10; ++i) {
        check(cudaEventRecord(start));
        launch();
        check(cudaGetLastError());
        check(cudaEventRecord(stop));
        check(cudaEventSynchronize(stop));
        float milliseconds = 0;
        check(cudaEventElapsedTime(&milliseconds, start, stop));
        if (i == 0 || milliseconds < best) best = milliseconds;
    }
    check(cudaEventDestroy(start));
    check(cudaEventDestroy(stop));
    return best / 1000;
}

}  // namespace device
